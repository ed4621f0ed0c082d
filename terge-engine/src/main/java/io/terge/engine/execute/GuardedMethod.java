package io.terge.engine.execute;

import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.PluginFailures;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.spi.MergeMethod;

/** A method whose failures name the method, its jar, the parameter and the models. */
record GuardedMethod(Plugin<MergeMethod> plugin, String parameter, String models) {

    /** Merges the parameter. */
    void merge(BlockMerge merge) {
        guard(() -> plugin.instance().merge(merge));
        if (!merge.written()) {
            throw new TergeException(
                    Problem.of(
                                    ErrorCode.PLUGIN_FAILED,
                                    "Method '%s' wrote nothing for '%s'"
                                            .formatted(plugin.name(), parameter))
                            .note(
                                    "class: %s (%s)"
                                            .formatted(plugin.implementation(), plugin.origin()))
                            .fix("call one of the writing verbs of ParameterMerge"));
        }
    }

    /** Calls code of the method. */
    void guard(Runnable call) {
        PluginFailures.guard(
                plugin,
                "merging '%s' of %s".formatted(parameter, models),
                () -> {
                    call.run();
                    return parameter;
                });
    }
}
