package io.terge.engine.execute;

import io.terge.api.Action;
import io.terge.engine.execute.open.OpenModels;
import io.terge.engine.execute.statistic.MethodGathering;
import io.terge.engine.execute.statistic.Reductions;
import io.terge.engine.execute.statistic.RunCut;
import io.terge.engine.execute.statistic.StatisticCalls;
import io.terge.engine.plugin.MethodCall;
import io.terge.engine.schedule.BlockScheduler;
import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.ModelSurvey;
import io.terge.tensor.Shape;

import java.util.List;
import java.util.function.Supplier;

/** What a method is given for its survey: the parameters that it will merge. */
final class GivenModel implements ModelSurvey {

    private record Surveyed(String name, Shape shape, List<MergeInput> inputs)
            implements Parameter {}

    private final List<RunCut> cuts;
    private final List<Parameter> parameters;
    private final MethodOptions options;
    private final BlockScheduler.Worker worker;
    private final MethodCall method;
    private final Notes notes = new Notes();
    private final StatisticCalls calls = new StatisticCalls();
    private final int passes;
    private int reduced;

    /**
     * Makes it, on the thread that the method is called on.
     *
     * @param jobs the parameters, one or more, all merged with the same options
     */
    GivenModel(
            List<ParameterJob> jobs,
            OpenModels open,
            BlockScheduler.Worker worker,
            MethodCall method) {
        this.cuts = jobs.stream().map(job -> job.blocks(open.operands(merge(job)))).toList();
        this.parameters =
                jobs.stream()
                        .<Parameter>map(
                                job ->
                                        new Surveyed(
                                                job.plan().output().name(),
                                                job.plan().output().shape(),
                                                GivenParameter.inputs(merge(job))))
                        .toList();
        this.options = MethodOptions.of(merge(jobs.getFirst()).options());
        this.passes = Surveys.passes(merge(jobs.getFirst()), method);
        this.worker = worker;
        this.method = method;
    }

    /** Returns the method's answer, until which it may read. */
    <T> T answer(Supplier<T> asked) {
        return calls.answer(() -> method.get(asked));
    }

    /** What the method has noted. */
    List<String> notes() {
        return notes.all();
    }

    @Override
    public MethodOptions options() {
        return options;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public <A> A reduce(ModelReduction<A> reduction) {
        return calls.alone(
                () -> {
                    if (reduced == passes) {
                        throw new IllegalStateException(
                                "The method declares surveyPasses(%d) but needs another pass"
                                        .formatted(passes));
                    }
                    reduced++;
                    return new Reductions(worker).gather(cuts, gathering(reduction));
                });
    }

    @Override
    public void note(String what) {
        notes.add(what);
    }

    private <A> MethodGathering<A> gathering(ModelReduction<A> reduction) {
        return new MethodGathering<>(
                method,
                reduction,
                (soFar, at, block) -> reduction.add(soFar, parameters.get(at), block));
    }

    private static Action.Merge merge(ParameterJob job) {
        if (job.plan().action() instanceof Action.Merge merge) {
            return merge;
        }
        throw new IllegalArgumentException("Not merged: " + job.plan().output());
    }
}
