package io.terge.hf.tokenizer;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Copies a {@code tokenizer.json} with other numbers of tokens, and without those that are removed.
 * For one run.
 */
final class TokenizerCopy {

    /** What processors call the numbers of tokens, and pairs of a token and its number. */
    private static final Set<String> NUMBERED = Set.of("ids", "sep", "cls");

    private final JsonCopy json;
    private final JsonParser from;
    private final RenumberedTokens tokens;
    private String prefix = "";

    /**
     * @param json the file; the parser is at its start
     */
    TokenizerCopy(JsonCopy json, RenumberedTokens tokens) {
        this.json = json;
        this.from = json.from();
        this.tokens = tokens;
    }

    void run() {
        json.object(this::copy);
    }

    private void copy(String field, JsonToken value) {
        json.to().writeName(field);
        if (field.equals("model") && value == JsonToken.START_OBJECT) {
            json.object(this::copyModel);
        } else if (field.equals("added_tokens") && value == JsonToken.START_ARRAY) {
            json.array(this::copyAdded);
        } else if (field.equals("padding") && value == JsonToken.START_OBJECT) {
            json.object((name, any) -> copyNumbers(name, name.equals("pad_id")));
        } else if (field.equals("post_processor")) {
            copyProcessor();
        } else {
            json.same();
        }
    }

    private void copyNumbers(String field, boolean areNumbers) {
        if (areNumbers) {
            json.to().writeName(field);
            json.numbers(tokens::number);
        } else {
            json.same(field);
        }
    }

    private void copyProcessor() {
        if (from.currentToken() == JsonToken.START_ARRAY) {
            json.array(this::copyProcessor);
        } else if (from.currentToken() == JsonToken.START_OBJECT) {
            json.object(
                    (field, value) -> {
                        json.to().writeName(field);
                        if (NUMBERED.contains(field)) {
                            json.numbers(tokens::number);
                        } else {
                            copyProcessor();
                        }
                    });
        } else {
            json.same();
        }
    }

    private void copyAdded() {
        AddedToken token = TokenizerJson.readAdded(from);
        if (!tokens.removed().contains(token.content())) {
            json.to().writeStartObject();
            json.to().writeNumberProperty("id", tokens.number(token.id()));
            AppendedTokens.writeFlags(json.to(), token);
            json.to().writeEndObject();
        }
    }

    private void copyModel(String field, JsonToken value) {
        if (field.equals("continuing_subword_prefix") && value == JsonToken.VALUE_STRING) {
            prefix = from.getString();
        }
        json.to().writeName(field);
        if (field.equals("unk_id")) {
            json.numbers(tokens::number);
        } else if (field.equals("vocab") && value == JsonToken.START_OBJECT) {
            json.object(this::copyNumbered);
        } else if (field.equals("vocab") && value == JsonToken.START_ARRAY) {
            copyScores();
        } else if (field.equals("merges") && value == JsonToken.START_ARRAY) {
            json.array(this::copyMerge);
        } else {
            json.same();
        }
    }

    private void copyNumbered(String token, JsonToken number) {
        if (!tokens.removed().contains(token)) {
            json.to().writeName(token);
            json.numbers(tokens::number);
        }
    }

    /** The number of a token is its place in the list. */
    private void copyScores() {
        int[] place = {0};
        json.array(
                () -> {
                    if (tokens.numbers().containsKey(place[0]++)) {
                        json.same();
                    } else {
                        from.skipChildren();
                    }
                });
    }

    private void copyMerge() {
        boolean isPair = from.currentToken() == JsonToken.START_ARRAY;
        List<String> parts = isPair ? pair() : List.of(from.getString().split(" ", 2));
        if (parts.size() != 2 || !isRemoved(parts.getFirst(), parts.getLast())) {
            if (isPair) {
                json.to().writeStartArray();
                parts.forEach(json.to()::writeString);
                json.to().writeEndArray();
            } else {
                json.to().writeString(from.getString());
            }
        }
    }

    private List<String> pair() {
        List<String> parts = new ArrayList<>();
        while (from.nextToken() != JsonToken.END_ARRAY) {
            parts.add(from.getString());
        }
        return parts;
    }

    // The second part of a merge within a word loses its prefix.
    private boolean isRemoved(String first, String second) {
        String rest = second.startsWith(prefix) ? second.substring(prefix.length()) : second;
        return tokens.removed().contains(first)
                || tokens.removed().contains(second)
                || tokens.removed().contains(first + rest);
    }
}
