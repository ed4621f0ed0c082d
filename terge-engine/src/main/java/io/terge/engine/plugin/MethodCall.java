package io.terge.engine.plugin;

import io.terge.error.TergeException;
import io.terge.spi.method.MergeMethod;

import java.util.function.Supplier;

/**
 * Calls a method for one thing, which its failures name.
 *
 * @param plugin the method
 * @param call the call, told as what it is for
 * @param subject gives what it works on, e.g. {@code "'w' of a, b"}
 */
public record MethodCall(Plugin<MergeMethod> plugin, PluginCall call, Supplier<String> subject) {

    /**
     * Returns the call of a method for a parameter.
     *
     * @param models gives the names of the models
     */
    public static MethodCall merging(
            Plugin<MergeMethod> plugin, String parameter, Supplier<String> models) {
        Supplier<String> subject = () -> "'%s' of %s".formatted(parameter, models.get());
        return new MethodCall(plugin, plugin.call(() -> "merging " + subject.get()), subject);
    }

    /** Returns the call of a method for its survey. */
    public static MethodCall surveying(Plugin<MergeMethod> plugin) {
        return new MethodCall(plugin, plugin.call("surveying the model"), () -> "the model");
    }

    /** The method. */
    public MergeMethod method() {
        return plugin.instance();
    }

    /** Calls code of the method. */
    public void run(Runnable code) {
        call.run(code);
    }

    /** Calls code of the method that gives something, which is not null. */
    public <T> T get(Supplier<T> code) {
        return call.get(code);
    }

    /**
     * The exception for a method that breaks its contract.
     *
     * @param how what it does, a clause with {@code %s} for the subject
     */
    public TergeException broken(String how, String fix) {
        return PluginCall.broken(plugin, how.formatted(subject.get()), fix);
    }
}
