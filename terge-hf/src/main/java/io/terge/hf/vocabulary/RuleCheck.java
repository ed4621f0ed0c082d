package io.terge.hf.vocabulary;

import io.terge.error.FirstFew;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.model.MergedVocabulary;
import io.terge.model.ModelReference;
import io.terge.model.TokenRule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks that the rows exist that rules for tokens name.
 *
 * @param asked what is asked for
 * @param models the tokens of all models that it names
 */
record RuleCheck(MergedVocabulary asked, List<TokenMap> models) {

    private static final int MOST = 5;

    /**
     * @throws TergeException if one does not
     */
    void check() {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, TokenRule> rule : asked.choice().tokens().entrySet()) {
            rule.getValue()
                    .source()
                    .flatMap(source -> fault(rule.getKey(), source))
                    .ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            throw new TergeException(
                    Problem.of(
                                    VocabularyCode.VOCABULARY_INVALID,
                                    "The rows given for some tokens do not exist: %s"
                                            .formatted(FirstFew.of(faults, MOST)))
                            .fix(
                                    "name a model that has the token, another token or row, or"
                                            + " zero"));
        }
    }

    private Optional<String> fault(String token, TokenRule.Source source) {
        return switch (source) {
            case TokenRule.Zero zero -> Optional.empty();
            case TokenRule.SameToken(ModelReference from) -> missing(token, from, token);
            case TokenRule.OtherToken(ModelReference from, String other) ->
                    missing(token, from, other);
            case TokenRule.Row(ModelReference from, int row) ->
                    row < of(from).rows()
                            ? Optional.empty()
                            : Optional.of(
                                    "%s gets row %d of %s, which has %d rows"
                                            .formatted(
                                                    Quoted.of(token),
                                                    row,
                                                    Quoted.of(from.describe()),
                                                    of(from).rows()));
        };
    }

    private Optional<String> missing(String token, ModelReference from, String other) {
        return of(from).has(other)
                ? Optional.empty()
                : Optional.of(
                        "%s gets the row of %s in %s, which has no such token"
                                .formatted(
                                        Quoted.of(token),
                                        Quoted.of(other),
                                        Quoted.of(from.describe())));
    }

    private TokenMap of(ModelReference model) {
        return models.get(asked.all().indexOf(model));
    }
}
