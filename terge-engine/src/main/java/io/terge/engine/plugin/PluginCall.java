package io.terge.engine.plugin;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A call of plugin code. What it throws never comes out bare: the plugin, its class and its jar are
 * added. Failures that terge knows pass through, as do {@link Error}s, except those of linking: the
 * plugin was built against something else. Checked exceptions are caught even where none is
 * declared: other languages of the JVM have no such thing. An interrupt becomes {@code CANCELLED}.
 * A plugin that returns null breaks its contract.
 *
 * @param plugin whose code is called
 * @param doing gives what it is called for, e.g. {@code "opening a.safetensors"}; asked only where
 *     a call fails, because formatting texts takes longer than the work on a small parameter
 */
public record PluginCall(Plugin<?> plugin, Supplier<String> doing) {

    /** Code of a plugin that touches files. */
    @FunctionalInterface
    public interface IoSupplier<T> {
        /** Calls it. */
        T get() throws IOException;
    }

    /** Code of a plugin that touches files and returns nothing. */
    @FunctionalInterface
    public interface IoRunnable {
        /** Calls it. */
        void run() throws IOException;
    }

    /** Calls code that touches no files. */
    public <T> T get(Supplier<T> call) {
        try {
            return present(call.get());
        } catch (TergeException known) {
            throw known;
        } catch (Exception | LinkageError unexpected) {
            throw failure(unexpected);
        }
    }

    /** Calls code that touches no files. */
    public void run(Runnable call) {
        get(
                () -> {
                    call.run();
                    return this;
                });
    }

    /**
     * Calls code that reads.
     *
     * @param what what is read, e.g. {@code "model a.safetensors"}
     */
    public <T> T getReading(String what, IoSupplier<T> call) {
        return getReading(() -> what, call);
    }

    /**
     * As {@link #getReading(String, IoSupplier)}, with a text that is made where the call fails.
     */
    public <T> T getReading(Supplier<String> what, IoSupplier<T> call) {
        try {
            return io(what, IoFailures::reading, call);
        } catch (InternalError fault) {
            throw IoFailures.vanished(what.get(), fault);
        }
    }

    /** As {@link #getReading}, for code that returns nothing. */
    public void runReading(String what, IoRunnable call) {
        getReading(what, returning(call));
    }

    /**
     * Calls code that writes.
     *
     * @param what what is written, e.g. {@code "output out"}
     */
    public <T> T getWriting(String what, IoSupplier<T> call) {
        return io(() -> what, IoFailures::writing, call);
    }

    /** As {@link #getWriting}, for code that returns nothing. */
    public void runWriting(String what, IoRunnable call) {
        runWriting(() -> what, call);
    }

    /**
     * As {@link #runWriting(String, IoRunnable)}, with a text that is made where the call fails.
     */
    public void runWriting(Supplier<String> what, IoRunnable call) {
        io(what, IoFailures::writing, returning(call));
    }

    /**
     * Calls code for another plugin, which gets to see what the operating system cannot do.
     *
     * @throws IOException as the code throws it
     */
    public <T> T getPassing(IoSupplier<T> call) throws IOException {
        try {
            return present(call.get());
        } catch (TergeException | IOException known) {
            throw known;
        } catch (Exception | LinkageError unexpected) {
            throw failure(unexpected);
        }
    }

    /**
     * The exception for a plugin that breaks its contract.
     *
     * @param how a clause that starts with "it", e.g. {@code "it returned null"}
     * @param fix what its user or author can do
     */
    public static TergeException broken(Plugin<?> plugin, String how, String fix) {
        return new TergeException(
                named(plugin, "Plugin '%s' breaks its contract: %s".formatted(plugin.name(), how))
                        .fix(fix));
    }

    /** As {@link #broken(Plugin, String, String)}, of this call's plugin, for its author to fix. */
    public TergeException broken(String how) {
        return broken(plugin, how, "report this to the plugin's author");
    }

    /** The exception for what the plugin threw: {@code CANCELLED} where that is an interrupt. */
    public TergeException failure(Throwable thrown) {
        String message =
                "Plugin '%s' failed while %s: %s".formatted(plugin.name(), doing.get(), thrown);
        Problem problem =
                named(plugin, message)
                        .fix("report this to the plugin's author with the stack trace");
        return Cancellation.in(thrown).orElseGet(() -> new TergeException(problem, thrown));
    }

    private <T> T io(
            Supplier<String> what,
            BiFunction<String, IOException, TergeException> failed,
            IoSupplier<T> call) {
        try {
            return getPassing(call);
        } catch (IOException failure) {
            throw failed.apply(what.get(), failure);
        }
    }

    private IoSupplier<PluginCall> returning(IoRunnable call) {
        return () -> {
            call.run();
            return this;
        };
    }

    // Plugins may be compiled without checks for null.
    private <T> T present(@Nullable T result) {
        if (result == null) {
            throw broken("it returned null while " + doing.get());
        }
        return result;
    }

    private static Problem named(Plugin<?> plugin, String message) {
        return Problem.of(TergeCode.PLUGIN_FAILED, message)
                .note("class: %s (%s)".formatted(plugin.implementation(), plugin.origin()));
    }
}
