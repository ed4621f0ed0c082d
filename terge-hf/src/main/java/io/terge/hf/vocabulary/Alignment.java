package io.terge.hf.vocabulary;

import io.terge.hf.tokenizer.AddedToken;
import io.terge.hf.tokenizer.RenumberedTokens;
import io.terge.model.MergedVocabulary;
import io.terge.model.ModelReference;
import io.terge.model.TokenRule;
import io.terge.model.VocabularyPolicy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The tokens of an output, and what each row of its embeddings is made of. A model's row of a token
 * is its own, unless a rule is forced. A token that it does not have gets the row that its rule
 * says, else that of the only model with the token, else the base's, if there is a base, else the
 * mean of those that have it, else zeros. A row without a token is the model's own padding, else
 * that of the model whose tokenizer it is, else the mean of all rows of tokens, as they are for the
 * model.
 */
public final class Alignment {

    private final MergedVocabulary asked;
    private final List<TokenMap> models;
    private final int donor;
    private final OutputTokens output;
    private final NavigableMap<Integer, String> tokens;
    private final int rows;
    private final RowSource meanOfOutput;

    private Alignment(
            MergedVocabulary asked, List<TokenMap> models, int donor, OutputTokens output) {
        this.asked = asked;
        this.models = models;
        this.donor = donor;
        this.output = output;
        this.tokens = output.all();
        this.rows = rows(tokens.isEmpty() ? 0 : tokens.lastKey() + 1);
        this.meanOfOutput = new RowSource.MeanOfOutput(List.copyOf(tokens.keySet()));
    }

    /**
     * Aligns models.
     *
     * @param asked what is asked for
     * @param models the tokens of {@link MergedVocabulary#all()}
     * @param needed tokens of the output's tokenizer that an intersection keeps in any case
     * @throws io.terge.error.TergeException if tokens cannot be added, or a rule names a row that
     *     does not exist
     */
    public static Alignment of(MergedVocabulary asked, List<TokenMap> models, Set<String> needed) {
        int donor = donor(asked);
        TokenMap from = models.get(donor);
        new RuleCheck(asked, models).check();
        Set<String> kept = new HashSet<>(needed);
        kept.addAll(asked.choice().tokens().keySet());
        OutputTokens output =
                OutputTokens.by(asked.choice().policy(), from, merged(asked, models), kept)
                        .with(asked.choice().tokens().keySet(), from, models);
        return new Alignment(asked, List.copyOf(models), donor, output);
    }

    /** The index of the model whose tokenizer an output has. */
    public static int donor(MergedVocabulary asked) {
        return asked.choice().policy() instanceof VocabularyPolicy.OfModel(ModelReference model)
                ? asked.all().indexOf(model)
                : asked.base().orElse(0);
    }

    private static List<TokenMap> merged(MergedVocabulary asked, List<TokenMap> models) {
        return models.subList(0, asked.models().size());
    }

    private int rows(int end) {
        OptionalInt multiple = asked.choice().multiple();
        if (multiple.isPresent()) {
            int of = multiple.getAsInt();
            return Math.multiplyExact(Math.ceilDiv(end, of), of);
        }
        return end < models.get(donor).end() ? end : Math.max(end, models.get(donor).rows());
    }

    /** The index of the model whose tokenizer the output has. */
    public int donor() {
        return donor;
    }

    /** The tokens of a model. */
    public TokenMap tokensOf(int model) {
        return models.get(model);
    }

    /** The tokens that the output's tokenizer has behind those of the donor. */
    public List<AddedToken> appended() {
        return output.appended();
    }

    /** How the donor's tokenizer is changed otherwise; empty if it is not. */
    public Optional<RenumberedTokens> renumbered() {
        TokenMap from = models.get(donor);
        if (output.kept().equals(from.tokens()) && from.rowless().isEmpty()) {
            return Optional.empty();
        }
        Set<String> removed = new HashSet<>(from.list().ids().keySet());
        Map<Integer, Integer> numbers = new HashMap<>();
        output.kept()
                .forEach(
                        (number, token) -> {
                            removed.remove(token);
                            numbers.put(from.row(token).orElseThrow(), number);
                        });
        return Optional.of(new RenumberedTokens(numbers, removed));
    }

    /** The number of rows: of all tokens, and padding. */
    public int rows() {
        return rows;
    }

    /** The output's tokens by their numbers. */
    public NavigableMap<Integer, String> tokens() {
        return tokens;
    }

    /** The number in the output of each token of a model that it has. */
    public Map<Integer, Integer> numbers(int model) {
        Map<Integer, Integer> numbers = new HashMap<>();
        tokens.forEach(
                (number, token) ->
                        models.get(model).row(token).ifPresent(own -> numbers.put(own, number)));
        return numbers;
    }

    /** Whether the rows of a model are those of the output already. */
    public boolean isIdentity(int model) {
        TokenMap own = models.get(model);
        return own.rows() == rows
                && own.tokens().equals(tokens)
                && asked.choice().tokens().values().stream().noneMatch(TokenRule::forced);
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
        Optional<TokenRule> rule = Optional.ofNullable(asked.choice().tokens().get(token));
        OptionalInt own = models.get(model).row(token);
        if (own.isPresent() && rule.filter(TokenRule::forced).isEmpty()) {
            return new RowSource.Row(model, own.getAsInt());
        }
        return rule.flatMap(TokenRule::source)
                .map(source -> ruled(source, token, isThere))
                .orElseGet(() -> byDefault(token, isThere));
    }

    private RowSource ruled(TokenRule.Source source, String token, IntPredicate isThere) {
        RowSource row =
                switch (source) {
                    case TokenRule.Zero zero -> new RowSource.Zero();
                    case TokenRule.SameToken(ModelReference from) -> row(from, token);
                    case TokenRule.OtherToken(ModelReference from, String other) ->
                            row(from, other);
                    case TokenRule.Row(ModelReference from, int index) ->
                            new RowSource.Row(asked.all().indexOf(from), index);
                };
        boolean isMissing = row instanceof RowSource.Row(int from, int at) && !isThere.test(from);
        return isMissing ? new RowSource.MeanOfTokens() : row;
    }

    private RowSource row(ModelReference from, String token) {
        int model = asked.all().indexOf(from);
        return new RowSource.Row(model, models.get(model).row(token).orElseThrow());
    }

    private RowSource byDefault(String token, IntPredicate isThere) {
        List<RowSource.Row> holders = new ArrayList<>();
        boolean isKnown = false;
        for (int model = 0; model < asked.models().size(); model++) {
            OptionalInt row = models.get(model).row(token);
            isKnown |= row.isPresent();
            if (row.isPresent() && isThere.test(model)) {
                holders.add(new RowSource.Row(model, row.getAsInt()));
            }
        }
        if (holders.isEmpty()) {
            return isKnown ? new RowSource.MeanOfTokens() : new RowSource.Zero();
        }
        return holders.stream()
                .filter(holder -> holders.size() == 1 || isBase(holder.model()))
                .<RowSource>map(holder -> holder)
                .findFirst()
                .orElseGet(() -> new RowSource.Mean(holders));
    }

    private boolean isBase(int model) {
        return asked.base().isPresent() && asked.base().getAsInt() == model;
    }

    private RowSource padding(int model, int row, IntPredicate isThere) {
        return IntStream.of(model, donor)
                .filter(isThere)
                .filter(one -> models.get(one).isPadding(row))
                .<RowSource>mapToObj(one -> new RowSource.Row(one, row))
                .findFirst()
                .orElse(meanOfOutput);
    }

    /** The rows of a model that belong to tokens. */
    public List<Integer> tokenRows(int model) {
        return List.copyOf(models.get(model).tokens().keySet());
    }
}
