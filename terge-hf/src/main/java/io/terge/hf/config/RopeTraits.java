package io.terge.hf.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rotary positions of a model, which Transformers has written in two ways: {@code rope_theta}
 * beside {@code rope_scaling}, and since version 5 both in {@code rope_parameters}.
 *
 * @param scope the object that contains them
 */
record RopeTraits(ConfigValue scope) {

    private static final String THETA = "rope_theta";
    private static final String SCALING = "rope_scaling";
    private static final String PARAMETERS = "rope_parameters";
    private static final String FRACTION = "partial_rotary_factor";

    /** What these models assume if they state no theta. */
    private static final String DEFAULT_THETA = "10000";

    private static final Set<String> WITH_DEFAULT =
            Set.of("llama", "mistral", "qwen2", "gemma", "gemma2", "phi3");

    Map<String, String> traits() {
        Map<String, String> traits = new LinkedHashMap<>();
        Optional<ConfigValue> parameters = scope.field(PARAMETERS).filter(ConfigValue::isObject);
        if (parameters.isPresent() && isByLayer(parameters.get())) {
            traits.put(PARAMETERS, text(parameters.get()));
            return traits;
        }
        theta(parameters).map(ConfigValue::canonical).ifPresent(it -> traits.put(THETA, it));
        parameters
                .flatMap(all -> all.text(FRACTION))
                .ifPresent(text -> traits.put(FRACTION, ConfigValue.canonical(text)));
        Optional<ConfigValue> scaling = parameters.or(() -> scope.field(SCALING));
        if (!traits.isEmpty() || scaling.isPresent()) {
            String text = scaling.map(RopeTraits::scaling).orElse("");
            traits.put(SCALING, text.isEmpty() ? "none" : text);
        }
        return traits;
    }

    private Optional<String> theta(Optional<ConfigValue> parameters) {
        return parameters
                .flatMap(all -> all.text(THETA))
                .or(() -> scope.text(THETA))
                .or(
                        () ->
                                scope.text("model_type")
                                        .filter(WITH_DEFAULT::contains)
                                        .map(any -> DEFAULT_THETA));
    }

    private static boolean isByLayer(ConfigValue parameters) {
        return parameters.fields().values().stream().anyMatch(ConfigValue::isObject);
    }

    private static String scaling(ConfigValue value) {
        Map<String, String> sorted = new TreeMap<>();
        value.fields()
                .forEach(
                        (key, field) -> {
                            if (!key.equals(THETA) && !key.equals(FRACTION)) {
                                // The older name of the same.
                                sorted.put(key.equals("type") ? "rope_type" : key, text(field));
                            }
                        });
        sorted.remove("rope_type", "default");
        return sorted.isEmpty() ? "" : sorted.toString();
    }

    private static String text(ConfigValue value) {
        if (!value.isObject()) {
            return ConfigValue.canonical(value.text());
        }
        Map<String, String> sorted = new TreeMap<>();
        value.fields().forEach((key, field) -> sorted.put(key, text(field)));
        return sorted.toString();
    }
}
