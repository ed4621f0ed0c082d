package io.terge.hf.vocabulary;

import static java.util.stream.Collectors.toMap;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.hf.tokenizer.AddedToken;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The tokens of an output, and what each row of its embeddings is made of. A model's row of a token
 * is its own. A token that it does not have gets the base's row, else that of the only model with
 * the token, else the mean of those that have it. A row without a token is the model's own padding,
 * else the base's, else the mean of the model's rows with tokens.
 */
public final class Alignment {

    private final List<TokenMap> models;
    private final int base;
    private final int donor;
    private final NavigableMap<Integer, String> tokens;
    private final List<AddedToken> appended;
    private final int rows;

    private Alignment(
            List<TokenMap> models,
            int base,
            int donor,
            NavigableMap<Integer, String> tokens,
            List<AddedToken> appended,
            OptionalInt multiple) {
        this.models = models;
        this.base = base;
        this.donor = donor;
        this.tokens = tokens;
        this.appended = appended;
        this.rows =
                rows(models.get(donor), tokens.size() == 0 ? 0 : tokens.lastKey() + 1, multiple);
    }

    /**
     * Aligns models.
     *
     * @param policy which tokens the output has
     * @param models the models
     * @param base the index of the base
     * @param multiple what the number of rows is rounded up to; where it is empty, the padding of
     *     the model that the tokenizer comes from stays
     * @throws TergeException if tokens cannot be added or removed
     */
    public static Alignment of(
            VocabularyPolicy policy, List<TokenMap> models, int base, OptionalInt multiple) {
        int donor = policy instanceof VocabularyPolicy.OfModel(int index) ? index : base;
        NavigableMap<Integer, String> tokens = new TreeMap<>(models.get(donor).tokens());
        List<AddedToken> appended = List.of();
        switch (policy) {
            case VocabularyPolicy.Union union -> {
                appended = appended(models, base);
                appended.forEach(token -> tokens.put(token.id(), token.content()));
            }
            case VocabularyPolicy.Intersection intersection -> retain(tokens, models);
            case VocabularyPolicy.Base same -> {}
            case VocabularyPolicy.OfModel one -> {}
        }
        return new Alignment(List.copyOf(models), base, donor, tokens, appended, multiple);
    }

    private static List<AddedToken> appended(List<TokenMap> models, int base) {
        TokenMap first = models.get(base);
        Set<String> known = new HashSet<>(first.ids().keySet());
        List<AddedToken> appended = new ArrayList<>();
        for (TokenMap model : models) {
            Map<String, AddedToken> flags =
                    model.added().stream()
                            .collect(toMap(AddedToken::content, one -> one, (one, other) -> one));
            for (String token : model.tokens().values()) {
                if (known.add(token)) {
                    int id = first.end() + appended.size();
                    AddedToken flagged = flags.get(token);
                    appended.add(
                            flagged == null ? AddedToken.plain(id, token) : flagged.withId(id));
                }
            }
        }
        if (!appended.isEmpty() && first.gap().isPresent()) {
            throw gap(first, appended.size());
        }
        return List.copyOf(appended);
    }

    private static TergeException gap(TokenMap base, int count) {
        return new TergeException(
                Problem.of(
                                VocabularyCode.VOCABULARY_INVALID,
                                "The tokenizer.json of %s has no token with the number %d"
                                        .formatted(
                                                Quoted.of(base.model()), base.gap().orElseThrow()))
                        .note(
                                "%d tokens of other models are to follow its last one, %d, but"
                                                .formatted(count, base.end() - 1)
                                        + " tokenizers number added tokens by how many there are")
                        .fix(
                                "add tokens to the base's tokenizer until there is no gap, choose"
                                        + " another base, or use its vocabulary: base"));
    }

    // The numbers that are left follow one another.
    private static void retain(NavigableMap<Integer, String> tokens, List<TokenMap> models) {
        List<String> common =
                tokens.values().stream()
                        .filter(token -> models.stream().allMatch(m -> m.ids().containsKey(token)))
                        .toList();
        if (common.size() < tokens.size()) {
            tokens.clear();
            IntStream.range(0, common.size()).forEach(id -> tokens.put(id, common.get(id)));
        }
    }

    private static int rows(TokenMap donor, int end, OptionalInt multiple) {
        if (multiple.isPresent()) {
            int of = multiple.getAsInt();
            return Math.multiplyExact(Math.ceilDiv(end, of), of);
        }
        return end < donor.end() ? end : Math.max(end, donor.rows());
    }

    /** The index of the model whose tokenizer the output has. */
    public int donor() {
        return donor;
    }

    /** The tokens that the output's tokenizer has behind those of the donor. */
    public List<AddedToken> appended() {
        return appended;
    }

    /** How many tokens of the donor the output does not have. */
    public int removed() {
        return models.get(donor).tokens().size() + appended.size() - tokens.size();
    }

    /** The number of rows: of all tokens, and padding. */
    public int rows() {
        return rows;
    }

    /** The output's tokens by their numbers. */
    public NavigableMap<Integer, String> tokens() {
        return tokens;
    }

    /** Whether the rows of a model are those of the output already. */
    public boolean isIdentity(int model) {
        TokenMap own = models.get(model);
        return own.rows() == rows && own.tokens().equals(tokens);
    }

    /**
     * Returns what each row of a model is made of.
     *
     * @param model the index of the model
     * @param isThere whether a model has the parameter whose rows they are
     */
    public List<RowSource> rows(int model, IntPredicate isThere) {
        return IntStream.range(0, rows).mapToObj(row -> source(model, row, isThere)).toList();
    }

    private RowSource source(int model, int row, IntPredicate isThere) {
        String token = tokens.get(row);
        if (token == null) {
            return padding(model, row, isThere);
        }
        OptionalInt own = models.get(model).row(token);
        if (own.isPresent()) {
            return new RowSource.Row(model, own.getAsInt());
        }
        List<RowSource.Row> holders = holders(token, isThere);
        if (holders.isEmpty()) {
            return new RowSource.MeanOfTokens();
        }
        return holders.stream()
                .filter(holder -> holder.model() == base || holders.size() == 1)
                .<RowSource>map(holder -> holder)
                .findFirst()
                .orElseGet(() -> new RowSource.Mean(holders));
    }

    private List<RowSource.Row> holders(String token, IntPredicate isThere) {
        List<RowSource.Row> holders = new ArrayList<>();
        for (int model = 0; model < models.size(); model++) {
            OptionalInt row = models.get(model).row(token);
            if (row.isPresent() && isThere.test(model)) {
                holders.add(new RowSource.Row(model, row.getAsInt()));
            }
        }
        return holders;
    }

    private RowSource padding(int model, int row, IntPredicate isThere) {
        return IntStream.of(model, base)
                .filter(isThere)
                .filter(one -> models.get(one).isPadding(row))
                .<RowSource>mapToObj(one -> new RowSource.Row(one, row))
                .findFirst()
                .orElseGet(RowSource.MeanOfTokens::new);
    }

    /** The rows of a model that belong to tokens. */
    public List<Integer> tokenRows(int model) {
        return List.copyOf(models.get(model).tokens().keySet());
    }
}
