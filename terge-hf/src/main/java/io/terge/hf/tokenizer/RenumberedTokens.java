package io.terge.hf.tokenizer;

import io.terge.spi.format.Companion;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Files of a tokenizer with some of its tokens under other numbers, and without the others. A token
 * that is removed is also removed from merges and from the roles of special tokens.
 *
 * @param numbers the new number of each token that stays, by its old one
 * @param removed the tokens that do not stay
 */
public record RenumberedTokens(Map<Integer, Integer> numbers, Set<String> removed) {

    public RenumberedTokens {
        numbers = Map.copyOf(numbers);
        removed = Set.copyOf(removed);
    }

    /** Returns a file with the tokens; unchanged, if it is none that this knows. */
    public Companion in(Companion file) {
        return switch (file.name()) {
            case "tokenizer.json" -> new Edited(file, json -> new TokenizerCopy(json, this).run());
            case "tokenizer_config.json", "special_tokens_map.json" -> new Roles(file, this);
            case "added_tokens.json" -> new Edited(file, this::copyNumbers);
            default -> file;
        };
    }

    /** The new number of a token; the old one, if there is no such token. */
    int number(int old) {
        return numbers.getOrDefault(old, old);
    }

    private void copyNumbers(JsonCopy json) {
        json.object(
                (token, number) -> {
                    if (!removed.contains(token)) {
                        json.to().writeName(token);
                        json.numbers(this::number);
                    }
                });
    }

    /**
     * @param file the file as it is
     * @param copy copies it; the parser is at its start
     */
    private record Edited(Companion file, Consumer<JsonCopy> copy) implements Companion {

        @Override
        public String name() {
            return file.name();
        }

        @Override
        public InputStream open() throws IOException {
            return new ByteArrayInputStream(JsonCopy.of(file, copy));
        }
    }

    /** A file that says which tokens have a role, such as ending a sentence. */
    private record Roles(Companion file, RenumberedTokens tokens) implements Companion {

        @Override
        public String name() {
            return file.name();
        }

        @Override
        public InputStream open() throws IOException {
            Set<String> without = TokenReader.parse(file, this::vacant);
            return new ByteArrayInputStream(
                    JsonCopy.of(file, json -> new RolesCopy(json, tokens, without).run()));
        }

        /** The fields that are a token that is removed. */
        private Set<String> vacant(JsonParser json) {
            JsonCopy.start(file, json);
            Set<String> vacant = new HashSet<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String role = json.currentName();
                if (tokens.removed().contains(text(json)) && role.endsWith("_token")) {
                    vacant.add(role);
                }
            }
            return vacant;
        }

        // A text, or an object with the flags of a token.
        private static String text(JsonParser json) {
            JsonToken value = json.nextToken();
            if (value != JsonToken.START_OBJECT) {
                String text = value == JsonToken.VALUE_STRING ? json.getString() : "";
                json.skipChildren();
                return text;
            }
            String content = "";
            while (json.nextToken() != JsonToken.END_OBJECT) {
                boolean isContent = json.currentName().equals("content");
                if (json.nextToken() == JsonToken.VALUE_STRING && isContent) {
                    content = json.getString();
                }
                json.skipChildren();
            }
            return content;
        }
    }
}
