package io.terge.hf.tokenizer;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiConsumer;

/** How a kind of file lists tokens. Throws Jackson's exceptions for malformed JSON. */
enum TokenReader {
    /** A {@code tokenizer.json}. */
    TOKENIZER {
        @Override
        void read(InputStream stream, Map<String, Integer> tokens) {
            parse(stream, tokens, (json, all) -> new TokenizerJson(json, all).read());
        }
    },
    /** A JSON object with the number of each token. */
    MAP {
        @Override
        void read(InputStream stream, Map<String, Integer> tokens) {
            parse(stream, tokens, (json, all) -> new TokenizerJson(json, all).readMap());
        }
    },
    /** One token in each line, numbered from 0. */
    LINES {
        @Override
        void read(InputStream stream, Map<String, Integer> tokens) throws IOException {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                tokens.put(line, number++);
            }
        }
    },
    /** A kind that is not understood. */
    NONE {
        @Override
        void read(InputStream stream, Map<String, Integer> tokens) {}
    };

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    // Tokens are met once: a table of them would only take memory.
                    .disable(JsonFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build();

    abstract void read(InputStream stream, Map<String, Integer> tokens) throws IOException;

    private static void parse(
            InputStream stream,
            Map<String, Integer> tokens,
            BiConsumer<JsonParser, Map<String, Integer>> reading) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), stream)) {
            reading.accept(json, tokens);
        }
    }
}
