package io.terge.engine.execute.open;

import io.terge.api.Action;
import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.api.OutputPlan;
import io.terge.api.ParameterPlan;
import io.terge.api.PluginDescription.Kind;
import io.terge.api.PluginUse;
import io.terge.engine.plugin.Registries;
import io.terge.error.PrintableText;
import io.terge.error.Problem;
import io.terge.error.TergeCode;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that the plugins of a plan are installed as they were when it was made. */
public record PlannedPlugins(Registries installed) {

    /**
     * Returns what is wrong with the plugins of a plan: {@code INVALID_PLAN} for each that the plan
     * uses but does not list, and {@code PLUGIN_CHANGED} for each that is missing or another one.
     */
    public List<Problem> problems(MergePlan plan) {
        return Stream.concat(
                        plan.plugins().stream().map(this::changed).flatMap(Optional::stream),
                        notListed(plan))
                .toList();
    }

    /** What is not listed was not compared: an edited plan could run anything under its name. */
    private static Stream<Problem> notListed(MergePlan plan) {
        Stream<String> methods =
                plan.merged()
                        .map(ParameterPlan::action)
                        .map(action -> ((Action.Merge) action).method());
        Stream<String> adapters =
                Stream.concat(
                        plan.models().stream().map(ModelUse::adapter),
                        plan.output().stream().map(OutputPlan::adapter));
        return Stream.concat(
                notListed(plan, Kind.METHOD, methods), notListed(plan, Kind.ADAPTER, adapters));
    }

    private static Stream<Problem> notListed(MergePlan plan, Kind kind, Stream<String> used) {
        Set<String> listed =
                plan.plugins().stream()
                        .filter(plugin -> plugin.kind() == kind)
                        .map(PluginUse::name)
                        .collect(Collectors.toSet());
        return used.distinct()
                .filter(name -> !listed.contains(name))
                .map(
                        name ->
                                Problem.of(
                                                TergeCode.INVALID_PLAN,
                                                "The plan uses the %s '%s', but does not list it"
                                                        .formatted(
                                                                word(kind), PrintableText.of(name)))
                                        .fix("plan again"));
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Optional<Problem> changed(PluginUse planned) {
        Optional<PluginUse> now = installed.use(planned.kind(), planned.name());
        if (now.isEmpty()) {
            return changed(planned, "it is missing");
        }
        if (!now.get().implementation().equals(planned.implementation())) {
            return changed(
                    planned,
                    "expected %s, got %s"
                            .formatted(planned.implementation(), now.get().implementation()));
        }
        if (!now.get().version().equals(planned.version())) {
            return changed(
                    planned,
                    "expected version %s, got %s"
                            .formatted(planned.version(), now.get().version()));
        }
        return Optional.empty();
    }

    private static Optional<Problem> changed(PluginUse planned, String how) {
        return Optional.of(
                Problem.of(
                                TergeCode.PLUGIN_CHANGED,
                                "The %s '%s' has changed since the plan was made: %s"
                                        .formatted(
                                                word(planned.kind()),
                                                PrintableText.of(planned.name()),
                                                PrintableText.of(how)))
                        .note(
                                PrintableText.of(
                                        "planned with: %s %s (%s)"
                                                .formatted(
                                                        planned.implementation(),
                                                        planned.version(),
                                                        planned.origin())))
                        .fix("install that version, or plan again"));
    }
}
