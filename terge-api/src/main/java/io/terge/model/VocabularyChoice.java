package io.terge.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * How models with different tokenizers are merged token by token.
 *
 * @param policy which tokens the output has
 * @param tokens rules for tokens; those that the output does not have by the policy are added, in
 *     this order
 * @param multiple the number of rows is rounded up to a multiple of it; from 1 to {@link
 *     #MOST_ROWS}; if empty, the padding of the model that the tokenizer comes from stays
 * @since 0.1
 */
public record VocabularyChoice(
        VocabularyPolicy policy, SequencedMap<String, TokenRule> tokens, OptionalInt multiple) {

    /** The largest multiple: many times those that processors compute with. */
    public static final int MOST_ROWS = 65_536;

    /**
     * @throws IllegalArgumentException if the multiple is out of range, a token is empty, or there
     *     are rules or a multiple although {@linkplain VocabularyPolicy.Rows no tokens are chosen}
     */
    public VocabularyChoice {
        requireNonNull(policy, "policy");
        tokens = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tokens));
        if (multiple.isPresent() && !isMultiple(multiple.getAsInt())) {
            throw new IllegalArgumentException(
                    "The multiple must be from 1 to %d, but was %d"
                            .formatted(MOST_ROWS, multiple.getAsInt()));
        }
        if (tokens.containsKey("")) {
            throw new IllegalArgumentException("A token is empty");
        }
        if (policy instanceof VocabularyPolicy.Rows && !(tokens.isEmpty() && multiple.isEmpty())) {
            throw new IllegalArgumentException(
                    "Rows that are merged as they are have no rules and no padding");
        }
    }

    static boolean isMultiple(int of) {
        return of >= 1 && of <= MOST_ROWS;
    }

    /** Returns a choice without rules and without a multiple. */
    public static VocabularyChoice of(VocabularyPolicy policy) {
        return new VocabularyChoice(policy, new LinkedHashMap<>(), OptionalInt.empty());
    }

    /** Returns this choice with a rule for a token, in place of an earlier one. */
    public VocabularyChoice withToken(String token, TokenRule rule) {
        SequencedMap<String, TokenRule> all = new LinkedHashMap<>(tokens);
        all.put(requireNonNull(token, "token"), requireNonNull(rule, "rule"));
        return new VocabularyChoice(policy, all, multiple);
    }

    /** Returns this choice with the number of rows rounded up to a multiple. */
    public VocabularyChoice withMultiple(int of) {
        return new VocabularyChoice(policy, tokens, OptionalInt.of(of));
    }

    /** The models that this names. */
    List<ModelReference> models() {
        Stream<ModelReference> ofPolicy =
                policy instanceof VocabularyPolicy.OfModel(ModelReference model)
                        ? Stream.of(model)
                        : Stream.empty();
        Stream<ModelReference> ofTokens =
                tokens.values().stream()
                        .map(TokenRule::source)
                        .flatMap(source -> source.stream())
                        .flatMap(source -> source.model().stream());
        return Stream.concat(ofPolicy, ofTokens).distinct().toList();
    }

    /** Returns this choice with other references to the models that it names. */
    VocabularyChoice renamed(Map<ModelReference, ModelReference> others) {
        VocabularyPolicy other =
                policy instanceof VocabularyPolicy.OfModel(ModelReference model)
                        ? new VocabularyPolicy.OfModel(others.getOrDefault(model, model))
                        : policy;
        SequencedMap<String, TokenRule> rules = new LinkedHashMap<>();
        tokens.forEach(
                (token, rule) ->
                        rules.put(
                                token,
                                new TokenRule(
                                        rule.source().map(source -> renamed(source, others)),
                                        rule.forced())));
        return new VocabularyChoice(other, rules, multiple);
    }

    private static TokenRule.Source renamed(
            TokenRule.Source source, Map<ModelReference, ModelReference> others) {
        return switch (source) {
            case TokenRule.Zero zero -> zero;
            case TokenRule.SameToken(ModelReference from) ->
                    new TokenRule.SameToken(others.getOrDefault(from, from));
            case TokenRule.OtherToken(ModelReference from, String token) ->
                    new TokenRule.OtherToken(others.getOrDefault(from, from), token);
            case TokenRule.Row(ModelReference from, int row) ->
                    new TokenRule.Row(others.getOrDefault(from, from), row);
        };
    }
}
