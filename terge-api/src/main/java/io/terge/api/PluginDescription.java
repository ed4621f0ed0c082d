package io.terge.api;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * An installed plugin.
 *
 * @param kind its kind
 * @param name its name, or the scheme of a selector, as used in requests
 * @param implementation the name of its class
 * @param version the version in its jar's manifest, or {@code "unknown"}
 * @param origin the jar or directory it was loaded from
 * @param summary what it does, in one line; may be empty
 * @param options its options, in the order it declares them; only merge methods have any
 * @param method what a merge method declares; empty for other plugins
 * @since 0.1
 */
public record PluginDescription(
        Kind kind,
        String name,
        String implementation,
        String version,
        String origin,
        String summary,
        List<Option> options,
        Optional<MethodFacts> method) {

    /** The kinds of plugins. */
    public enum Kind {
        /** A merge method. */
        METHOD,
        /** A model adapter. */
        ADAPTER,
        /** A parameter selector. */
        SELECTOR
    }

    /**
     * An option of a plugin.
     *
     * @param name its name, as used in requests
     * @param range the permitted values, in words
     * @param defaultValue the default value, as text; empty if the request must set the option
     * @param perModel whether each model may have its own value
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
        requireNonNull(method, "method");
    }
}
