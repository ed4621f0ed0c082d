package io.terge.hf.safetensors;

import io.terge.tensor.ParameterSpec;

/**
 * A parameter and where its bytes start, counted from the first byte after the header.
 *
 * @param spec the parameter
 * @param start the offset of its first byte
 */
record StoredParameter(ParameterSpec spec, long start) {

    /** The offset after its last byte. */
    long end() {
        return start + spec.byteSize();
    }
}
