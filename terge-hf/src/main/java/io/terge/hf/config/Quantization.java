package io.terge.hf.config;

import io.terge.files.Quoted;
import io.terge.spi.format.ParameterGroup;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a configuration says about quantisation.
 *
 * @param method the name of the method; empty if weights are not quantised
 */
public record Quantization(Optional<String> method) {

    private static final int MOST_BITS = 8;

    /** The keys of a configuration that describe quantised weights. */
    public static final List<String> KEYS =
            List.of("quantization_config", "compression_config", "quantization");

    static Quantization of(ConfigValue root, boolean hasOwnFile) {
        Optional<String> stated = stated(root);
        return new Quantization(
                stated.or(() -> root.field("text_config").flatMap(Quantization::stated))
                        .or(() -> hasOwnFile ? Optional.of("modelopt") : Optional.empty()));
    }

    private static Optional<String> stated(ConfigValue scope) {
        for (String key : KEYS) {
            Optional<ConfigValue> value = scope.field(key).filter(ConfigValue::isObject);
            if (value.isPresent()) {
                return value.get().text("quant_method").or(() -> Optional.of("an unknown method"));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns packed weights that no scale stands beside under a known name. They are not ordinary
     * numbers in a model that says it is quantised.
     *
     * @param parameters all parameters of the model
     * @param grouped those that are known to belong to a packed weight
     */
    public List<ParameterGroup> groups(List<ParameterSpec> parameters, Set<String> grouped) {
        return method.stream()
                .flatMap(
                        name ->
                                parameters.stream()
                                        .filter(Quantization::isPackedWeight)
                                        .filter(spec -> !grouped.contains(spec.name()))
                                        .map(spec -> group(name, spec)))
                .toList();
    }

    /** Whether the configuration speaks of quantised weights, but none of the parameters is one. */
    boolean isStale(List<ParameterSpec> parameters) {
        return method.isPresent() && parameters.stream().noneMatch(Quantization::mayBePacked);
    }

    // Integers of 64 bits are positions and counts; no method packs weights into them.
    private static boolean mayBePacked(ParameterSpec spec) {
        DType dtype = spec.dtype();
        return spec.shape().rank() >= 2
                && switch (dtype.kind()) {
                    case INTEGER -> dtype.bits() < Long.SIZE;
                    case FLOATING -> dtype.bits() <= MOST_BITS;
                    case OPAQUE -> true;
                    case BOOLEAN -> false;
                };
    }

    private static boolean isPackedWeight(ParameterSpec spec) {
        DType dtype = spec.dtype();
        boolean isMatrix = spec.shape().rank() >= 2;
        return switch (dtype.kind()) {
            case INTEGER -> isMatrix && spec.name().endsWith("weight");
            case FLOATING, OPAQUE -> isMatrix && dtype.bits() <= MOST_BITS;
            case BOOLEAN -> false;
        };
    }

    private static ParameterGroup group(String method, ParameterSpec spec) {
        return ParameterGroup.of(
                        "a weight quantised by %s, as its configuration says"
                                .formatted(Quoted.text(method)),
                        List.of(spec.name()))
                .withAdvice(
                        "merge the unquantised models; if the weights are ordinary numbers, remove"
                                + " the quantisation from the configuration");
    }
}
