package io.terge.hf.safetensors;

import io.terge.error.ErrorCode;

/** Problems specific to safetensors files. */
enum SafetensorsCode implements ErrorCode {
    /** A header is longer than the format allows. */
    HEADER_TOO_LARGE,
    /**
     * A header is not well-formed JSON, or does not have the structure that the format requires.
     */
    HEADER_INVALID,
    /** Offsets overlap, leave gaps, exceed the file, or contradict shape and type. */
    OFFSETS_INVALID;

    @Override
    public Kind kind() {
        return Kind.REJECTED;
    }
}
