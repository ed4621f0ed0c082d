package io.terge.hf.safetensors;

import java.util.List;
import java.util.Map;

/**
 * What stands in front of the weights.
 *
 * @param metadata texts that are kept beside the parameters
 * @param parameters all parameters, in the order of the header
 */
record SafetensorsHeader(Map<String, String> metadata, List<StoredParameter> parameters) {

    /** The most bytes that a header may have: the limit of the format's reference library. */
    static final long MAX_BYTES = 100_000_000;

    /** The header's name for the texts; no parameter can have it. */
    static final String METADATA = "__metadata__";

    SafetensorsHeader {
        metadata = Map.copyOf(metadata);
        parameters = List.copyOf(parameters);
    }
}
