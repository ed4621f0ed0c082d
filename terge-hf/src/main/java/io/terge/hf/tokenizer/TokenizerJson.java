package io.terge.hf.tokenizer;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads tokens from JSON, and passes over everything else.
 *
 * @param json the file, before its first token
 * @param tokens receives the number of each token
 */
record TokenizerJson(JsonParser json, Map<String, Integer> tokens) {

    /**
     * Reads a {@code tokenizer.json}: the vocabulary of its model.
     *
     * @return the tokens that are listed apart, in order
     */
    List<AddedToken> read() {
        expect(json.nextToken(), JsonToken.START_OBJECT);
        List<AddedToken> added = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("model") && value == JsonToken.START_OBJECT) {
                readModel();
            } else if (field.equals("added_tokens") && value == JsonToken.START_ARRAY) {
                readAdded(added);
            } else {
                json.skipChildren();
            }
        }
        return added;
    }

    /** Reads an object with the number of each token. */
    void readMap() {
        expect(json.nextToken(), JsonToken.START_OBJECT);
        readNumbers();
    }

    private void readModel() {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            boolean isVocabulary = json.currentName().equals("vocab");
            JsonToken value = json.nextToken();
            if (isVocabulary && value == JsonToken.START_OBJECT) {
                readNumbers();
            } else if (isVocabulary && value == JsonToken.START_ARRAY) {
                readScores();
            } else {
                json.skipChildren();
            }
        }
    }

    private void readNumbers() {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String token = json.currentName();
            expect(json.nextToken(), JsonToken.VALUE_NUMBER_INT);
            tokens.put(token, json.getIntValue());
        }
    }

    /** Pairs of a token and its score: the number of a token is its place. */
    private void readScores() {
        int number = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken(), JsonToken.START_ARRAY);
            expect(json.nextToken(), JsonToken.VALUE_STRING);
            tokens.putIfAbsent(json.getString(), number++);
            while (json.nextToken() != JsonToken.END_ARRAY) {
                json.skipChildren();
            }
        }
    }

    private void readAdded(List<AddedToken> added) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken(), JsonToken.START_OBJECT);
            AddedToken token = readAdded(json);
            if (token.id() >= 0) {
                added.add(token);
            }
        }
    }

    /** Reads a token of those that are listed apart; its number is -1 if it has none. */
    static AddedToken readAdded(JsonParser json) {
        int number = -1;
        String content = "";
        Set<String> flags = new HashSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("id") && value == JsonToken.VALUE_NUMBER_INT) {
                number = json.getIntValue();
            } else if (field.equals("content") && value == JsonToken.VALUE_STRING) {
                content = json.getString();
            } else if (value == JsonToken.VALUE_TRUE) {
                flags.add(field);
            } else {
                json.skipChildren();
            }
        }
        return new AddedToken(
                number,
                content,
                flags.contains("single_word"),
                flags.contains("lstrip"),
                flags.contains("rstrip"),
                flags.contains("normalized"),
                flags.contains("special"));
    }

    private void expect(JsonToken token, JsonToken wanted) {
        if (token != wanted) {
            throw new StreamReadException(json, "expected " + wanted + ", got " + token);
        }
    }
}
