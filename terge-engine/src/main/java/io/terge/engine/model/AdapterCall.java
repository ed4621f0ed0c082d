package io.terge.engine.model;

import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.PluginFailures;
import io.terge.error.TergeException;
import io.terge.spi.ModelAdapter;

import java.io.IOException;
import java.util.function.BiFunction;

/**
 * Code of an adapter that touches files: what the operating system cannot do becomes a problem, as
 * does whatever else is thrown.
 */
@FunctionalInterface
interface AdapterCall<T> {

    /** Calls the adapter. */
    T run() throws IOException;

    /**
     * Calls code that reads.
     *
     * @param doing what for, e.g. {@code "opening a.safetensors"}
     * @param what what is read, e.g. {@code "model a.safetensors"}
     */
    static <T> T reading(
            Plugin<ModelAdapter> adapter, String doing, String what, AdapterCall<T> call) {
        return guarded(adapter, doing, what, call, IoFailures::reading);
    }

    /**
     * Calls code that writes.
     *
     * @param doing what for, e.g. {@code "committing out"}
     * @param what what is written, e.g. {@code "output out"}
     */
    static <T> T writing(
            Plugin<ModelAdapter> adapter, String doing, String what, AdapterCall<T> call) {
        return guarded(adapter, doing, what, call, IoFailures::writing);
    }

    private static <T> T guarded(
            Plugin<ModelAdapter> adapter,
            String doing,
            String what,
            AdapterCall<T> call,
            BiFunction<String, IOException, TergeException> failed) {
        return PluginFailures.guard(
                adapter,
                doing,
                () -> {
                    try {
                        return call.run();
                    } catch (IOException failure) {
                        throw failed.apply(what, failure);
                    }
                });
    }
}
