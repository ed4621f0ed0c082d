package io.terge.engine.plugin;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;

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
        CodeSource source = instance.getClass().getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "the Java runtime";
        }
        try {
            URI location = source.getLocation().toURI();
            if (!"file".equals(location.getScheme())) {
                return location.toString();
            }
            Path path = Path.of(location);
            boolean jar = path.toString().endsWith(".jar");
            return jar ? path.getFileName().toString() : path.toString();
        } catch (URISyntaxException notAUri) {
            return source.getLocation().toString();
        }
    }

    @Override
    public String toString() {
        return name + " (" + origin() + ")";
    }
}
