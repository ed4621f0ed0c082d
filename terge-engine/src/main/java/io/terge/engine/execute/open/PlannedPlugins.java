package io.terge.engine.execute.open;

import io.terge.api.MergePlan;
import io.terge.api.MergeRejectedException;
import io.terge.api.PluginUse;
import io.terge.engine.plugin.Registries;
import io.terge.error.Problem;
import io.terge.error.TergeCode;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks that the plugins of a plan are installed as they were when it was made. */
public record PlannedPlugins(Registries installed) {

    /**
     * Checks all plugins of a plan.
     *
     * @throws MergeRejectedException with code {@code PLUGIN_CHANGED}, a problem for each that is
     *     missing or another one
     */
    public void check(MergePlan plan) {
        List<Problem> problems =
                plan.plugins().stream().map(this::changed).flatMap(Optional::stream).toList();
        if (!problems.isEmpty()) {
            throw new MergeRejectedException("Cannot run the plan", problems);
        }
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
                                                planned.kind().name().toLowerCase(Locale.ROOT),
                                                planned.name(),
                                                how))
                        .note(
                                "planned with: %s %s (%s)"
                                        .formatted(
                                                planned.implementation(),
                                                planned.version(),
                                                planned.origin()))
                        .fix("install that version, or plan again"));
    }
}
