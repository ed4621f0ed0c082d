package io.terge.engine.plugin;

import io.terge.api.PluginDescription.Kind;
import io.terge.api.PluginUse;

import java.util.function.Supplier;

/**
 * A plugin under the name by which it is asked for.
 *
 * @param name the name or scheme
 * @param instance the plugin
 */
public record Plugin<P>(String name, P instance) {

    /** The plugin's class. */
    public String implementation() {
        return instance.getClass().getName();
    }

    /** The jar or folder that the class comes from. */
    public String origin() {
        return new PluginCode(instance.getClass()).origin();
    }

    /** The version that its jar states, or {@code "unknown"}. */
    public String version() {
        return new PluginCode(instance.getClass()).version();
    }

    /** This plugin as plans name it. */
    public PluginUse use(Kind kind) {
        return new PluginUse(kind, name, implementation(), version(), origin());
    }

    /**
     * A call of this plugin.
     *
     * @param doing what for, e.g. {@code "opening a.safetensors"}
     */
    public PluginCall call(String doing) {
        return call(() -> doing);
    }

    /** As {@link #call(String)}, with a text that is made where the call fails. */
    public PluginCall call(Supplier<String> doing) {
        return new PluginCall(this, doing);
    }

    @Override
    public String toString() {
        return name + " (" + origin() + ")";
    }
}
