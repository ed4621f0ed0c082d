package io.terge.engine.execute;

import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.PluginFailures;
import io.terge.spi.MergeMethod;

import java.util.function.Supplier;

/** A method whose failures name the method, its jar, the parameter and the models. */
record GuardedMethod(Plugin<MergeMethod> plugin, String parameter, String models) {

    /** Merges the parameter. */
    void merge(BlockMerge merge) {
        try {
            guard(() -> plugin.instance().merge(merge));
        } catch (RuntimeException failure) {
            merge.output()
                    .rethrow(); // What ended the writing, if that was it, is not the method's.
            throw failure;
        } finally {
            merge.end();
        }
        merge.output().rethrow();
        if (!merge.output().isWritten()) {
            throw PluginFailures.broken(
                    plugin,
                    "it wrote nothing for '%s' of %s".formatted(parameter, models),
                    "call one of the writing verbs of ParameterMerge");
        }
    }

    /** Calls code of the method. */
    void guard(Runnable call) {
        guarded(
                () -> {
                    call.run();
                    return parameter;
                });
    }

    /** Calls code of the method that gives something. */
    <T> T guarded(Supplier<T> call) {
        return PluginFailures.guard(
                plugin, "merging '%s' of %s".formatted(parameter, models), call);
    }
}
