package io.terge.api;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A plugin that is installed.
 *
 * @param kind what it is
 * @param name the name, or scheme, by which it is asked for
 * @param implementation its class
 * @param version the version that its jar states, or {@code "unknown"}
 * @param origin the jar or folder it comes from
 * @param summary what it does, in one line; may be empty
 * @param options what can be set of it, in its own order; only merge methods have any
 * @since 0.1
 */
public record PluginDescription(
        Kind kind,
        String name,
        String implementation,
        String version,
        String origin,
        String summary,
        List<Option> options) {

    /** What a plugin is. */
    public enum Kind {
        /** A merge method. */
        METHOD,
        /** A model adapter. */
        ADAPTER,
        /** A parameter selector. */
        SELECTOR
    }

    /**
     * Something that can be set of a plugin.
     *
     * @param name by which requests set it
     * @param range which values there are, in words
     * @param defaultValue the value where the request says nothing, as text; empty if the request
     *     has to set it
     * @param perModel whether there is a value for each model
     * @param help what it does, in one line
     */
    public record Option(
            String name,
            String range,
            Optional<String> defaultValue,
            boolean perModel,
            String help) {

        public Option {
            requireNonNull(name, "name");
            requireNonNull(range, "range");
            requireNonNull(defaultValue, "defaultValue");
            requireNonNull(help, "help");
        }
    }

    public PluginDescription {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(implementation, "implementation");
        requireNonNull(version, "version");
        requireNonNull(origin, "origin");
        requireNonNull(summary, "summary");
        options = List.copyOf(options);
    }
}
