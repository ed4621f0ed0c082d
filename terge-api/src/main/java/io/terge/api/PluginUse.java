package io.terge.api;

import static java.util.Objects.requireNonNull;

/**
 * A plugin that a merge uses.
 *
 * @param kind what it is
 * @param name the name by which it is asked for
 * @param implementation its class
 * @param version the version that its jar states, or {@code "unknown"}
 * @param origin the jar or folder it comes from
 * @since 0.1
 */
public record PluginUse(
        PluginDescription.Kind kind,
        String name,
        String implementation,
        String version,
        String origin) {

    public PluginUse {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(implementation, "implementation");
        requireNonNull(version, "version");
        requireNonNull(origin, "origin");
    }
}
