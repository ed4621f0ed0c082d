package io.terge.api;

import static java.util.Objects.requireNonNull;

/**
 * A plugin that a merge uses.
 *
 * @param kind its kind
 * @param name its name, as used in requests
 * @param implementation the name of its class
 * @param version the version in its jar's manifest, or {@code "unknown"}
 * @param origin the jar or directory it was loaded from
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
