package io.terge.hf.tokenizer;

import io.terge.error.ErrorCode;

/** Problems of tokenizers. */
enum TokenizerCode implements ErrorCode {
    /** A list of tokens is malformed. */
    TOKENIZER_INVALID;

    @Override
    public Kind kind() {
        return Kind.REJECTED;
    }
}
