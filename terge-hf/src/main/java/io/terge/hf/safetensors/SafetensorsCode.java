package io.terge.hf.safetensors;

import io.terge.error.ErrorCode;

/** What can be wrong with a safetensors file and with no other. */
enum SafetensorsCode implements ErrorCode {
    /** A header is longer than the format allows. */
    HEADER_TOO_LARGE,
    /** A header is not well-formed JSON, or not of the form that the format asks for. */
    HEADER_INVALID,
    /** Offsets overlap, leave holes, run past the end, or disagree with shape and type. */
    OFFSETS_INVALID;

    @Override
    public Kind kind() {
        return Kind.REJECTED;
    }
}
