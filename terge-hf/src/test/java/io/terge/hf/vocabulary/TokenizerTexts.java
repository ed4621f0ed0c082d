package io.terge.hf.vocabulary;

import io.terge.spi.format.Companion;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Small tokenizers of each kind. */
public final class TokenizerTexts {

    /** Tokens 0 to 7 of a vocabulary, and two that are added. */
    public static final String BPE =
            """
            {
              "version": "1.0",
              "truncation": null,
              "padding": null,
              "added_tokens": [
                {"id": 0, "content": "<s>", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true},
                {"id": 8, "content": "<end>", "single_word": false, "lstrip": false, "rstrip": true, "normalized": false, "special": true}
              ],
              "normalizer": null,
              "pre_tokenizer": {"type": "Whitespace"},
              "post_processor": null,
              "decoder": null,
              "model": {
                "type": "BPE",
                "dropout": null,
                "unk_token": null,
                "continuing_subword_prefix": null,
                "end_of_word_suffix": null,
                "fuse_unk": false,
                "byte_fallback": false,
                "vocab": {"<s>": 0, "a": 1, "b": 2, "c": 3, "d": 4, "ab": 5, "cd": 6, "abc": 7},
                "merges": ["a b", "c d", "ab c"]
              }
            }
            """;

    public static final String WORD_PIECE =
            """
            {
              "version": "1.0",
              "added_tokens": [
                {"id": 0, "content": "[UNK]", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true}
              ],
              "normalizer": {"type": "Lowercase"},
              "pre_tokenizer": {"type": "Whitespace"},
              "model": {
                "type": "WordPiece",
                "unk_token": "[UNK]",
                "continuing_subword_prefix": "##",
                "max_input_chars_per_word": 100,
                "vocab": {"[UNK]": 0, "ab": 1, "##c": 2, "a": 3, "##b": 4, "x": 5}
              }
            }
            """;

    public static final String UNIGRAM =
            """
            {
              "version": "1.0",
              "added_tokens": [],
              "pre_tokenizer": {"type": "Whitespace"},
              "model": {
                "type": "Unigram",
                "unk_id": 0,
                "vocab": [["<unk>", 0.0], ["a", -1.5], ["b", -1.75], ["ab", -2.0], ["abc", -2.5]],
                "byte_fallback": false
              }
            }
            """;

    private TokenizerTexts() {}

    /** A file of a model. */
    public static Companion companion(String name, String text) {
        return new Companion() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }
        };
    }
}
