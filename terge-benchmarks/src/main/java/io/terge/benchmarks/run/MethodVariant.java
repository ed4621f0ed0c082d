package io.terge.benchmarks.run;

import io.terge.api.MergeRequest;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.tensor.Extent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * A merge method with some of its options set.
 *
 * @param method the method's name
 * @param options values of options by their names; all others have their defaults
 */
public record MethodVariant(String method, Map<String, String> options) {

    /** The default method. */
    public static final MethodVariant ARITHMETIC = of(MergeRequest.DEFAULT_METHOD);

    public MethodVariant {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** A method with its defaults. */
    public static MethodVariant of(String method) {
        return new MethodVariant(method, Map.of());
    }

    /**
     * Reads {@code METHOD} or {@code METHOD:OPTION=VALUE,OPTION=VALUE}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static MethodVariant parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return of(text);
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : text.substring(colon + 1).split(",")) {
            int equals = option.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "'%s' is not METHOD:OPTION=VALUE,OPTION=VALUE".formatted(text));
            }
            options.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return new MethodVariant(text.substring(0, colon), options);
    }

    /** All installed methods that never need a whole tensor in memory, sorted by name. */
    public static List<MethodVariant> streaming() {
        return ServiceLoader.load(MergeMethod.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(method -> method.describe().access().extent() != Extent.TENSOR)
                .map(method -> of(method.name()))
                .sorted((one, other) -> one.method().compareTo(other.method()))
                .toList();
    }

    /** How it is written as an argument. */
    public String label() {
        return options.isEmpty()
                ? method
                : options.entrySet().stream()
                        .map(Map.Entry::toString)
                        .collect(Collectors.joining(",", method + ":", ""));
    }

    boolean needsBase() {
        return description().map(found -> found.access().usesBase()).orElse(false);
    }

    int mostModels() {
        return description().map(found -> found.inputs().most()).orElse(Integer.MAX_VALUE);
    }

    /** Nothing if no such method is installed, of which the engine tells. */
    private Optional<MethodDescription> description() {
        return ServiceLoader.load(MergeMethod.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(installed -> installed.name().equals(method))
                .map(MergeMethod::describe)
                .findFirst();
    }
}
