package io.terge.engine.execute;

import io.terge.api.Action;
import io.terge.engine.execute.open.OpenModels;
import io.terge.engine.operand.Operands;
import io.terge.engine.plugin.MethodCall;
import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.Registries;
import io.terge.engine.schedule.BlockScheduler;
import io.terge.engine.schedule.Step;
import io.terge.error.TergeCode;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.Output;
import io.terge.spi.method.SurveyingMethod;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/** The steps of a run: what is done for each parameter, and what came of it. */
final class ParameterSteps {

    /** Threads take so many elements at once, as taking turns costs them microseconds. */
    private static final int SMALL = 1 << 14;

    private final OpenModels open;
    private final Registries plugins;
    private final Surveys surveys;
    private final Destination destination;
    private final ValueCounts values;
    private final long seed;
    private final Map<String, ParameterOutcome> outcomes = new ConcurrentHashMap<>();
    // Of a hundred thousand parameters most have the same outcome.
    private final Map<ParameterOutcome, ParameterOutcome> distinct = new ConcurrentHashMap<>();

    ParameterSteps(
            OpenModels open,
            Registries plugins,
            Surveys surveys,
            Destination destination,
            ValueCounts values,
            long seed) {
        this.open = open;
        this.plugins = plugins;
        this.surveys = surveys;
        this.destination = destination;
        this.values = values;
        this.seed = seed;
    }

    /** What came of the parameters that are merged. */
    Map<String, ParameterOutcome> outcomes() {
        return Map.copyOf(outcomes);
    }

    /**
     * The steps of parameters: one for each, or for several small ones that follow each other.
     *
     * @param begun told of the place of a step's last parameter when the step begins
     */
    List<Step> of(List<ParameterJob> jobs, IntConsumer begun) {
        List<Step> steps = new ArrayList<>();
        List<ParameterJob> small = new ArrayList<>();
        long elements = 0;
        for (int place = 0; place < jobs.size(); place++) {
            ParameterJob job = jobs.get(place);
            boolean isSmall = job.elements() < SMALL && job.cut().tensorBytes() == 0;
            if (!isSmall || elements + job.elements() > SMALL) {
                addStep(small, place - 1, begun, steps);
                small = new ArrayList<>();
                elements = 0;
            }
            if (isSmall) {
                small.add(job);
                elements += job.elements();
            } else {
                steps.add(of(job, place, begun));
            }
        }
        addStep(small, jobs.size() - 1, begun, steps);
        return steps;
    }

    private void addStep(List<ParameterJob> small, int last, IntConsumer begun, List<Step> to) {
        if (!small.isEmpty()) {
            to.add(
                    worker -> {
                        begun.accept(last);
                        small.forEach(job -> run(job, worker));
                    });
        }
    }

    private Step of(ParameterJob job, int place, IntConsumer begun) {
        return new Step() {
            @Override
            public void run(BlockScheduler.Worker worker) {
                begun.accept(place);
                ParameterSteps.this.run(job, worker);
            }

            @Override
            public long held() {
                return job.cut().tensorBytes();
            }
        };
    }

    private void run(ParameterJob job, BlockScheduler.Worker worker) {
        switch (job.plan().action()) {
            case Action.Merge merge -> merge(job, merge, worker);
            case Action.Copy copy -> destination.copied(job, copy, worker);
            case Action.Tied tied -> {} // Written under its other name.
        }
        job.progress().finish();
    }

    private void merge(ParameterJob job, Action.Merge merge, BlockScheduler.Worker worker) {
        Plugin<MergeMethod> plugin =
                plugins.methods().require(merge.method(), TergeCode.UNKNOWN_METHOD);
        Operands operands = open.operands(merge);
        String name = job.plan().output().name();
        MethodCall method = MethodCall.merging(plugin, name, operands::names);
        int passes = merge.passes() - Surveys.passes(merge, method);
        GivenParameter given =
                new GivenParameter(job, merge, operands, worker, method, seed, passes);
        Output output = output(merge, method.method(), given);
        new OutputCheck(job.plan(), merge, method).check(output);
        destination.merged(job, new Destination.Merged(output, operands, method), worker);
        if (output instanceof Output.Whole) {
            // Nothing is read for the output, in which the models would be looked at.
            given.notFinite().forEach((model, count) -> values.model(name, model, count));
        }
        ParameterOutcome outcome = outcome(output, given.notes());
        outcomes.put(name, distinct.computeIfAbsent(outcome, same -> same));
    }

    private Output output(Action.Merge merge, MergeMethod method, GivenParameter given) {
        return given.answer(
                () ->
                        method instanceof SurveyingMethod<?> found
                                ? merge(found, given, surveys.of(merge))
                                : method.merge(given));
    }

    // What a method has found is of its own type.
    @SuppressWarnings("unchecked")
    private static <S> Output merge(
            SurveyingMethod<S> method, GivenParameter given, Object survey) {
        return method.merge(given, (S) survey);
    }

    private static ParameterOutcome outcome(Output output, List<String> notes) {
        return output instanceof Output.Linear linear
                ? new ParameterOutcome(
                        linear.base(), Arrays.stream(linear.coefficients()).boxed().toList(), notes)
                : new ParameterOutcome(OptionalDouble.empty(), List.of(), notes);
    }
}
