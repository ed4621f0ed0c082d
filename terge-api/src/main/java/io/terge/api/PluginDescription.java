package io.terge.api;

import static java.util.Objects.requireNonNull;

/**
 * A plugin that is installed.
 *
 * @param kind what it is
 * @param name the name, or scheme, by which it is asked for
 * @param implementation its class
 * @param origin the jar or folder it comes from
 * @param summary what it does, in one line; may be empty
 * @since 0.1
 */
public record PluginDescription(
        Kind kind, String name, String implementation, String origin, String summary) {

    /** What a plugin is. */
    public enum Kind {
        /** A merge method. */
        METHOD,
        /** A model adapter. */
        ADAPTER,
        /** A parameter selector. */
        SELECTOR
    }

    /** Checks the values. */
    public PluginDescription {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(implementation, "implementation");
        requireNonNull(origin, "origin");
        requireNonNull(summary, "summary");
    }
}
