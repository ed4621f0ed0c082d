package io.terge.engine.plugin;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;

import java.util.function.Supplier;

/**
 * Calls plugins so that what they throw never comes out bare: the plugin, its class and its jar are
 * added. Failures that terge knows pass through, as do {@link Error}s, but for those of linking:
 * they come of a plugin that was built against something else. Checked exceptions may come where
 * none is declared: other languages of the JVM have no such thing.
 */
public final class PluginFailures {

    private PluginFailures() {}

    /**
     * Calls a plugin.
     *
     * @param plugin whose code is called
     * @param doing what it is called for, e.g. {@code "merging 'head.weight'"}
     * @param call the call
     */
    public static <T> T guard(Plugin<?> plugin, String doing, Supplier<T> call) {
        try {
            return call.get();
        } catch (TergeException known) {
            throw known;
        } catch (Exception | LinkageError unexpected) {
            throw Cancellation.in(unexpected).orElseGet(() -> failed(plugin, doing, unexpected));
        }
    }

    /** The exception for a plugin that breaks its contract. */
    public static TergeException broken(Plugin<?> plugin, String how, String fix) {
        return new TergeException(
                Problem.of(
                                ErrorCode.PLUGIN_FAILED,
                                "Plugin '%s' breaks its contract: %s".formatted(plugin.name(), how))
                        .note("class: " + plugin.implementation() + " (" + plugin.origin() + ")")
                        .fix(fix));
    }

    /** The exception for what a plugin threw. */
    public static TergeException failed(Plugin<?> plugin, String doing, Throwable thrown) {
        return new TergeException(
                Problem.of(
                                ErrorCode.PLUGIN_FAILED,
                                "Plugin '%s' failed at %s: %s"
                                        .formatted(plugin.name(), doing, thrown))
                        .note("class: " + plugin.implementation() + " (" + plugin.origin() + ")")
                        .fix("report this to the plugin's author with the stack trace"),
                thrown);
    }
}
