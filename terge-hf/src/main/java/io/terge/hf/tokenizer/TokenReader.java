package io.terge.hf.tokenizer;

import io.terge.error.TergeException;
import io.terge.spi.format.Companion;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Function;

/** How a kind of file lists tokens. Throws Jackson's exceptions for malformed JSON. */
enum TokenReader {
    /** A {@code tokenizer.json}. */
    TOKENIZER {
        @Override
        void read(InputStream stream, Map<String, Integer> tokens) {
            parse(
                    stream,
                    json -> {
                        new TokenizerJson(json, tokens)
                                .read()
                                .forEach(token -> tokens.put(token.content(), token.id()));
                        return tokens;
                    });
        }
    },
    /** A JSON object with the number of each token. */
    MAP {
        @Override
        void read(InputStream stream, Map<String, Integer> tokens) {
            parse(
                    stream,
                    json -> {
                        new TokenizerJson(json, tokens).readMap();
                        return tokens;
                    });
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

    /**
     * Parses a file of a tokenizer.
     *
     * @throws TergeException if it is malformed
     * @throws IOException if it cannot be read
     */
    static <T> T parse(Companion file, Function<JsonParser, T> reading) throws IOException {
        Object named = file.path().<Object>map(path -> path).orElse(file.name());
        if (file.path().isPresent() && Files.size(file.path().get()) > TokenFiles.MAX_BYTES) {
            throw new TergeException(TokenFiles.tooLarge(named));
        }
        try (InputStream stream = new BufferedInputStream(file.open())) {
            return parse(stream, reading);
        } catch (JacksonException malformed) {
            throw MalformedJson.of(named, malformed);
        }
    }

    static <T> T parse(InputStream stream, Function<JsonParser, T> reading) {
        // The decoder of the parser would read what is not UTF-8, too.
        Reader text =
                new InputStreamReader(
                        stream,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            T read = reading.apply(json);
            if (json.nextToken() != null) {
                throw new MalformedJson.Unfit(json, "unexpected data after the end");
            }
            return read;
        }
    }
}
