package io.terge.hf.tokenizer;

import io.terge.spi.format.Companion;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Files of a tokenizer with more tokens behind those they have. Every other byte of a file stays.
 *
 * @param tokens the tokens, with their numbers; at least one
 */
public record AppendedTokens(List<AddedToken> tokens) {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    /** The files that are changed. Others that list tokens have no place for more. */
    public static final List<String> FILES =
            List.of("tokenizer.json", "tokenizer_config.json", "added_tokens.json");

    public AppendedTokens {
        tokens = List.copyOf(tokens);
    }

    /** Returns a file with the tokens; unchanged, if it is none of {@link #FILES}. */
    public Companion in(Companion file) {
        return switch (file.name()) {
            case "tokenizer.json" -> new Edited(file.name(), () -> tokenizer(file));
            case "tokenizer_config.json" -> new Edited(file.name(), () -> decoder(file));
            case "added_tokens.json" -> new Edited(file.name(), () -> map(file));
            default -> file;
        };
    }

    @FunctionalInterface
    private interface Opener {
        InputStream open() throws IOException;
    }

    private record Edited(String name, Opener opener) implements Companion {

        @Override
        public InputStream open() throws IOException {
            return opener.open();
        }
    }

    private InputStream tokenizer(Companion file) throws IOException {
        JsonEnd end = JsonEnd.ofField(file, "added_tokens");
        String added = elements(AppendedTokens::writeWithId, true);
        return end.isThere()
                ? with(file, end, added)
                : insert(
                        file,
                        end.offset(),
                        "\n  \"added_tokens\": [" + added + "\n  ]" + (end.isEmpty() ? "" : ","));
    }

    /** Only some of these files list tokens; the others are read beside {@code tokenizer.json}. */
    private InputStream decoder(Companion file) throws IOException {
        JsonEnd end = JsonEnd.ofField(file, "added_tokens_decoder");
        return end.isThere()
                ? with(file, end, elements(AppendedTokens::writeById, false))
                : file.open();
    }

    private InputStream map(Companion file) throws IOException {
        return with(
                file,
                JsonEnd.ofAll(file),
                elements(
                        (json, token) -> json.writeNumberProperty(token.content(), token.id()),
                        false));
    }

    private static void writeWithId(JsonGenerator json, AddedToken token) {
        json.writeStartObject();
        json.writeNumberProperty("id", token.id());
        writeFlags(json, token);
        json.writeEndObject();
    }

    private static void writeById(JsonGenerator json, AddedToken token) {
        json.writeName(Integer.toString(token.id()));
        json.writeStartObject();
        writeFlags(json, token);
        json.writeEndObject();
    }

    static void writeFlags(JsonGenerator json, AddedToken token) {
        json.writeStringProperty("content", token.content());
        json.writeBooleanProperty("single_word", token.singleWord());
        json.writeBooleanProperty("lstrip", token.lstrip());
        json.writeBooleanProperty("rstrip", token.rstrip());
        json.writeBooleanProperty("normalized", token.normalized());
        json.writeBooleanProperty("special", token.special());
    }

    // One line for each token.
    private String elements(BiConsumer<JsonGenerator, AddedToken> writing, boolean ofList) {
        StringBuilder lines = new StringBuilder();
        for (AddedToken token : tokens) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
                if (ofList) {
                    writing.accept(json, token);
                } else {
                    json.writeStartObject();
                    writing.accept(json, token);
                    json.writeEndObject();
                }
            }
            String one = bytes.toString(StandardCharsets.UTF_8);
            lines.append(lines.isEmpty() ? "\n    " : ",\n    ")
                    .append(ofList ? one : one.substring(1, one.length() - 1));
        }
        return lines.toString();
    }

    private static InputStream with(Companion file, JsonEnd end, String elements)
            throws IOException {
        return insert(file, end.offset(), (end.isEmpty() ? "" : ",") + elements + "\n  ");
    }

    private static InputStream insert(Companion file, long offset, String text) throws IOException {
        InputStream all = file.open();
        try {
            byte[] start = all.readNBytes(Math.toIntExact(offset));
            byte[] inserted = text.getBytes(StandardCharsets.UTF_8);
            return new SequenceInputStream(
                    Collections.enumeration(
                            List.of(
                                    new ByteArrayInputStream(start),
                                    new ByteArrayInputStream(inserted),
                                    all)));
        } catch (IOException | RuntimeException failure) {
            try (all) {
                throw failure;
            }
        }
    }
}
