package io.terge.hf.directory;

import java.util.Set;

/** How much of a model an object in {@code config.json} describes. */
enum ConfigScope {
    /** The model, or its language model: type, layers and vocabulary. */
    LANGUAGE,
    /** Another part of the model, such as what looks at images: only the type is the model's. */
    PART,
    /** Something else. */
    NOTHING;

    private static final Set<String> LANGUAGE_PARTS =
            Set.of("text_config", "llm_config", "language_config");

    /** Its {@code dtype} is that of the packed weights, which are of no other type now. */
    private static final String QUANTIZATION = "quantization_config";

    /** The scope of an object below one of this scope. */
    ConfigScope below(String key) {
        if (this == NOTHING || !key.endsWith("_config") || key.equals(QUANTIZATION)) {
            return NOTHING;
        }
        return this == LANGUAGE && LANGUAGE_PARTS.contains(key) ? LANGUAGE : PART;
    }
}
