package io.terge.hf.tokenizer;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

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
        expect(json.nextToken(), JsonToken.START_OBJECT, "it is not an object");
        List<AddedToken> added = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("model")) {
                expect(value, JsonToken.START_OBJECT, "'model' is not an object");
                readModel();
            } else if (field.equals("added_tokens") && value != JsonToken.VALUE_NULL) {
                expect(value, JsonToken.START_ARRAY, "'added_tokens' is not a list");
                readAdded(added);
            } else {
                json.skipChildren();
            }
        }
        return added;
    }

    /** Reads an object with the number of each token. */
    void readMap() {
        expect(json.nextToken(), JsonToken.START_OBJECT, "it is not an object");
        readNumbers();
    }

    private void readModel() {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            boolean isVocabulary = json.currentName().equals("vocab");
            JsonToken value = json.nextToken();
            if (!isVocabulary) {
                json.skipChildren();
            } else if (value == JsonToken.START_ARRAY) {
                readScores();
            } else {
                expect(value, JsonToken.START_OBJECT, "'vocab' is neither an object nor a list");
                readNumbers();
            }
        }
    }

    private void readNumbers() {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String token = json.currentName();
            json.nextToken();
            tokens.put(token, number("the ID of the token '%s'".formatted(token)));
        }
    }

    /** Pairs of a token and its score: the number of a token is its place. */
    private void readScores() {
        int number = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String wanted = "an element of 'vocab' is not a token with its score";
            expect(json.currentToken(), JsonToken.START_ARRAY, wanted);
            expect(json.nextToken(), JsonToken.VALUE_STRING, wanted);
            tokens.putIfAbsent(json.getString(), number++);
            while (json.nextToken() != JsonToken.END_ARRAY) {
                json.skipChildren();
            }
        }
    }

    private void readAdded(List<AddedToken> added) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(
                    json.currentToken(),
                    JsonToken.START_OBJECT,
                    "an element of 'added_tokens' is not an object");
            AddedToken token = readAdded(json);
            if (token.id() < 0) {
                throw new MalformedJson.Unfit(
                        json,
                        "the added token '%s' has no 'id' that is a whole number"
                                .formatted(token.content()));
            }
            added.add(token);
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
            if (field.equals("id") && isNumber(json)) {
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

    private int number(String what) {
        if (!isNumber(json)) {
            throw new MalformedJson.Unfit(
                    json,
                    "%s is not a whole number from 0 to %d".formatted(what, Integer.MAX_VALUE));
        }
        return json.getIntValue();
    }

    private static boolean isNumber(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() == JsonParser.NumberType.INT
                && json.getIntValue() >= 0;
    }

    private void expect(JsonToken token, JsonToken wanted, String otherwise) {
        if (token != wanted) {
            throw new MalformedJson.Unfit(json, otherwise);
        }
    }
}
