package io.terge.engine.execute;

import static java.util.Objects.requireNonNull;

import io.terge.api.Action;
import io.terge.api.Lineage;
import io.terge.engine.execute.open.OpenModels;
import io.terge.engine.plugin.MethodCall;
import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.Registries;
import io.terge.engine.schedule.BlockScheduler;
import io.terge.engine.schedule.Step;
import io.terge.error.TergeCode;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.SurveyingMethod;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The surveys of a run: one for each method that asks for it and each set of options, over all
 * parameters that are merged by it.
 */
final class Surveys {

    private record Group(String method, SortedMap<String, String> options) {

        static Group of(Action.Merge merge) {
            return new Group(merge.method(), merge.options());
        }
    }

    private record Result(Object found, List<String> notes) {}

    private final SequencedMap<Group, List<ParameterJob>> groups = new LinkedHashMap<>();
    private final Map<Group, Result> results = new ConcurrentHashMap<>();
    private final OpenModels open;
    private final Registries plugins;

    /** Groups the parameters, in their order. */
    Surveys(List<ParameterJob> jobs, OpenModels open, Registries plugins) {
        this.open = open;
        this.plugins = plugins;
        for (ParameterJob job : jobs) {
            if (job.plan().action() instanceof Action.Merge merge
                    && plugin(merge.method()).instance() instanceof SurveyingMethod<?>) {
                groups.computeIfAbsent(Group.of(merge), none -> new ArrayList<>()).add(job);
            }
        }
    }

    /** The steps that make the surveys; none where no method asks for one. */
    List<Step> steps() {
        return groups.entrySet().stream()
                .<Step>map(group -> worker -> survey(group.getKey(), group.getValue(), worker))
                .toList();
    }

    /** What was found for the parameters that are merged like this one. */
    Object of(Action.Merge merge) {
        return requireNonNull(results.get(Group.of(merge)), merge.method()).found();
    }

    /** What was found, for the record. */
    List<Lineage.Survey> records() {
        return groups.sequencedKeySet().stream().map(this::toRecord).toList();
    }

    private Lineage.Survey toRecord(Group group) {
        Result result = requireNonNull(results.get(group), group.method());
        String found = call(group).get(() -> String.valueOf(result.found()));
        return new Lineage.Survey(group.method(), group.options(), found, result.notes());
    }

    private void survey(Group group, List<ParameterJob> jobs, BlockScheduler.Worker worker) {
        MethodCall call = call(group);
        GivenModel model = new GivenModel(jobs, open, worker, call);
        SurveyingMethod<?> method = (SurveyingMethod<?>) call.method();
        Object found = model.answer(() -> method.survey(model));
        results.put(group, new Result(found, model.notes()));
    }

    /** How often a survey reads the parameters that are merged like this one, at most. */
    static int passes(Action.Merge merge, MethodCall call) {
        return call.method() instanceof SurveyingMethod<?>
                ? call.get(() -> call.method().access(MethodOptions.of(merge.options())))
                        .surveyPasses()
                : 0;
    }

    private MethodCall call(Group group) {
        return MethodCall.surveying(plugin(group.method()));
    }

    private Plugin<MergeMethod> plugin(String method) {
        return plugins.methods().require(method, TergeCode.UNKNOWN_METHOD);
    }
}
