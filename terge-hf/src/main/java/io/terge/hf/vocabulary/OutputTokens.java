package io.terge.hf.vocabulary;

import static java.util.stream.Collectors.toMap;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.hf.tokenizer.AddedToken;
import io.terge.model.VocabularyPolicy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tokens of an output: some or all of one tokenizer, and behind them those that are new.
 *
 * @param kept the tokens of the tokenizer by their new numbers
 * @param appended the tokens behind them
 */
record OutputTokens(NavigableMap<Integer, String> kept, List<AddedToken> appended) {

    OutputTokens {
        kept = Collections.unmodifiableNavigableMap(kept);
        appended = List.copyOf(appended);
    }

    /** The tokens of a tokenizer that have rows. */
    static OutputTokens of(TokenMap donor) {
        return new OutputTokens(donor.tokens(), List.of());
    }

    /**
     * The tokens of a tokenizer that all models have. What is left is numbered anew, those tokens
     * last that are not in the vocabulary of the tokenizer's model: so tokenizers number them.
     *
     * @param needed tokens that stay in any case
     */
    static OutputTokens common(TokenMap donor, List<TokenMap> models, Set<String> needed) {
        List<String> kept =
                donor.tokens().values().stream()
                        .filter(
                                token ->
                                        needed.contains(token)
                                                || models.stream()
                                                        .allMatch(model -> model.has(token)))
                        .sorted(Comparator.comparing(donor.list().further()::contains))
                        .toList();
        if (kept.size() == donor.tokens().size()) {
            return of(donor);
        }
        NavigableMap<Integer, String> numbers = new TreeMap<>();
        kept.forEach(token -> numbers.put(numbers.size(), token));
        return new OutputTokens(numbers, List.of());
    }

    /** All tokens by their numbers. */
    NavigableMap<Integer, String> all() {
        NavigableMap<Integer, String> all = new TreeMap<>(kept);
        appended.forEach(token -> all.put(token.id(), token.content()));
        return all;
    }

    /**
     * Returns these with the tokens of models: those of their vocabularies first, then those that
     * their tokenizers list apart.
     */
    OutputTokens withAllOf(TokenMap donor, List<TokenMap> models) {
        List<String> regular = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        for (TokenMap model : models) {
            Set<String> added =
                    new HashSet<>(model.list().added().stream().map(AddedToken::content).toList());
            for (String token : model.tokens().values()) {
                (added.contains(token) ? apart : regular).add(token);
            }
        }
        regular.addAll(apart);
        return with(regular, donor, models);
    }

    /**
     * Returns these with tokens, as far as they are new.
     *
     * @param models whose tokenizers say how the tokens are found; the first one that does counts
     */
    OutputTokens with(Collection<String> tokens, TokenMap donor, List<TokenMap> models) {
        Map<String, AddedToken> flags = new HashMap<>();
        for (TokenMap model : models) {
            model.list().added().stream()
                    .collect(toMap(AddedToken::content, one -> one, (one, other) -> one))
                    .forEach(flags::putIfAbsent);
        }
        Set<String> known = new HashSet<>(all().values());
        List<AddedToken> more = new ArrayList<>(appended);
        int end = kept.isEmpty() ? 0 : kept.lastKey() + 1;
        for (String token : tokens) {
            if (known.add(token)) {
                int id = end + more.size();
                AddedToken flagged = flags.get(token);
                more.add(flagged == null ? AddedToken.plain(id, token) : flagged.withId(id));
            }
        }
        if (!more.isEmpty() && kept.size() < end) {
            throw gap(donor, more.size());
        }
        return new OutputTokens(kept, more);
    }

    private TergeException gap(TokenMap donor, int count) {
        int gap = 0;
        while (kept.containsKey(gap)) {
            gap++;
        }
        return new TergeException(
                Problem.of(
                                VocabularyCode.VOCABULARY_INVALID,
                                "The tokenizer.json of %s has no token with the ID %d"
                                        .formatted(Quoted.of(donor.model()), gap))
                        .note(
                                "%d new tokens would follow its last ID, %d, but"
                                                .formatted(count, kept.lastKey())
                                        + " tokenizers give an added token the number of tokens as"
                                        + " its ID")
                        .fix(
                                "add tokens to its tokenizer until there is no gap, choose another"
                                        + " base, or keep its tokens with the vocabulary base"));
    }

    /** The tokens by a policy. */
    static OutputTokens by(
            VocabularyPolicy policy, TokenMap donor, List<TokenMap> merged, Set<String> needed) {
        return switch (policy) {
            case VocabularyPolicy.Union union -> of(donor).withAllOf(donor, merged);
            case VocabularyPolicy.Intersection intersection -> common(donor, merged, needed);
            case VocabularyPolicy.Base same -> of(donor);
            case VocabularyPolicy.OfModel one -> of(donor);
            case VocabularyPolicy.Rows rows ->
                    throw new IllegalArgumentException("Rows have no tokens of their own");
        };
    }
}
