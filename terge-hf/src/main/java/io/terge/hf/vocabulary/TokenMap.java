package io.terge.hf.vocabulary;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.hf.tokenizer.TokenList;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The tokens of a model, and the rows that its embedding has for them. Rows without a token are
 * padding.
 *
 * @param model the model, for messages
 * @param tokens the tokens by their numbers, which are indexes of rows
 * @param list the tokens as the tokenizer lists them, also those that have no row
 * @param rows how many rows there are
 */
public record TokenMap(
        String model, NavigableMap<Integer, String> tokens, TokenList list, int rows) {

    public TokenMap {
        tokens = Collections.unmodifiableNavigableMap(tokens);
    }

    /**
     * Checks and returns the tokens of a model.
     *
     * @param model the model, for messages
     * @param list its tokens
     * @param rows how many rows its embedding has
     * @throws TergeException if no token has a row, or one shares its number with another one
     */
    public static TokenMap of(String model, TokenList list, int rows) {
        NavigableMap<Integer, String> tokens = new TreeMap<>();
        list.ids()
                .forEach(
                        (token, id) -> {
                            String other = tokens.put(id, token);
                            if (other != null) {
                                throw shared(model, id, token, other);
                            }
                        });
        if (tokens.isEmpty()) {
            throw new TergeException(
                    Problem.of(
                                    VocabularyCode.VOCABULARY_MISSING,
                                    "The tokenizer.json of %s lists no tokens"
                                            .formatted(Quoted.of(model)))
                            .fix("download the tokenizer again"));
        }
        if (tokens.firstKey() < 0 || tokens.firstKey() >= rows) {
            throw withoutRow(model, tokens.firstEntry(), rows);
        }
        return new TokenMap(model, tokens.headMap(rows, false), list, rows);
    }

    private static TergeException shared(String model, int id, String token, String other) {
        String first = token.compareTo(other) < 0 ? token : other;
        String second = first.equals(token) ? other : token;
        return new TergeException(
                Problem.of(
                                VocabularyCode.VOCABULARY_INVALID,
                                "The tokenizer.json of %s gives the ID %d to two tokens: %s and %s"
                                        .formatted(
                                                Quoted.of(model),
                                                id,
                                                Quoted.of(first),
                                                Quoted.of(second)))
                        .fix("download the tokenizer again"));
    }

    private static TergeException withoutRow(
            String model, Map.Entry<Integer, String> first, int rows) {
        return new TergeException(
                Problem.of(
                                VocabularyCode.VOCABULARY_INVALID,
                                "The tokenizer.json of %s does not match its embedding"
                                        .formatted(Quoted.of(model)))
                        .note(
                                "token %s has the ID %d, but there are %d rows"
                                        .formatted(
                                                Quoted.of(first.getValue()), first.getKey(), rows))
                        .fix("use the tokenizer that the model was trained with"));
    }

    /** The tokens that have no row, by their numbers. */
    NavigableMap<Integer, String> rowless() {
        NavigableMap<Integer, String> rowless = new TreeMap<>();
        list.ids()
                .forEach(
                        (token, id) -> {
                            if (id >= rows) {
                                rowless.put(id, token);
                            }
                        });
        return rowless;
    }

    /** What the user should know of tokens without a row. */
    public Optional<Problem> warning() {
        NavigableMap<Integer, String> rowless = rowless();
        return rowless.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                        VocabularyCode.VOCABULARY_TOO_LARGE,
                                        "The tokenizer.json of %s has tokens without a row in the embedding"
                                                .formatted(Quoted.of(model)))
                                .note(
                                        "token %s has the ID %d, but there are %d rows"
                                                .formatted(
                                                        Quoted.of(rowless.lastEntry().getValue()),
                                                        rowless.lastKey(),
                                                        rows))
                                .note("tokens that count as missing: " + rowless.size()));
    }

    /** The number that a token behind all others would have. */
    int end() {
        return tokens.lastKey() + 1;
    }

    /** The row of a token. */
    public OptionalInt row(String token) {
        Integer id = list.ids().get(token);
        return id == null || id >= rows ? OptionalInt.empty() : OptionalInt.of(id);
    }

    boolean has(String token) {
        return row(token).isPresent();
    }

    /** Whether a row exists and belongs to no token. */
    boolean isPadding(int row) {
        return row < rows && !tokens.containsKey(row);
    }

    /** The first number below the others that no token has. */
    OptionalInt gap() {
        int expected = 0;
        for (int id : tokens.keySet()) {
            if (id != expected) {
                return OptionalInt.of(expected);
            }
            expected++;
        }
        return OptionalInt.empty();
    }
}
