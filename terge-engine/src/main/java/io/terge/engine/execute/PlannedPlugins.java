package io.terge.engine.execute;

import io.terge.api.MergePlan;
import io.terge.api.PluginUse;
import io.terge.engine.plugin.Registries;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import java.util.Locale;
import java.util.Optional;

/** Checks that the plugins of a plan are installed as they were when it was made. */
record PlannedPlugins(Registries installed) {

    /**
     * Checks all plugins of a plan.
     *
     * @throws TergeException with code {@code PLUGIN_CHANGED} if one is missing or another one
     */
    void check(MergePlan plan) {
        plan.plugins().forEach(this::check);
    }

    private void check(PluginUse planned) {
        Optional<PluginUse> now = installed.use(planned.kind(), planned.name());
        if (now.isEmpty()) {
            throw changed(planned, "it is missing");
        }
        if (!now.get().implementation().equals(planned.implementation())) {
            throw changed(
                    planned,
                    "expected %s, got %s"
                            .formatted(planned.implementation(), now.get().implementation()));
        }
        if (!now.get().version().equals(planned.version())) {
            throw changed(
                    planned,
                    "expected version %s, got %s"
                            .formatted(planned.version(), now.get().version()));
        }
    }

    private static TergeException changed(PluginUse planned, String how) {
        return new TergeException(
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
