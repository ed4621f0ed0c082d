package io.terge.hf.vocabulary;

import static io.terge.hf.vocabulary.TokenMaps.ALL;
import static io.terge.hf.vocabulary.TokenMaps.FIRST;
import static io.terge.hf.vocabulary.TokenMaps.align;
import static io.terge.hf.vocabulary.TokenMaps.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.hf.tokenizer.AddedToken;
import io.terge.hf.vocabulary.RowSource.MeanOfTokens;
import io.terge.hf.vocabulary.RowSource.Row;
import io.terge.hf.vocabulary.RowSource.Zero;
import io.terge.model.TokenRule;
import io.terge.model.VocabularyChoice;
import io.terge.model.VocabularyPolicy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

class TokenRulesTest {

    @Test
    void rulesFillModelsWithoutATokenOrAreForced() {
        VocabularyChoice choice =
                VocabularyChoice.of(new VocabularyPolicy.Base())
                        .withToken("a", rule(new TokenRule.OtherToken(reference(1), "y"), false))
                        .withToken("b", rule(new TokenRule.Row(reference(2), 5), true))
                        .withToken("z", rule(new TokenRule.SameToken(reference(2)), false))
                        .withToken("new", rule(new TokenRule.Zero(), false))
                        .withToken("newer", new TokenRule(Optional.empty(), true));
        Alignment base = align(choice, OptionalInt.of(0), ALL);
        assertThat(base.tokens().values()).containsExactly("a", "b", "c", "z", "new", "newer");
        assertThat(base.appended()).hasSize(3).contains(AddedToken.plain(4, "new"));
        assertThat(base.rows(0, any -> true))
                .containsExactly(
                        new Row(0, 0),
                        new Row(2, 5),
                        new Row(0, 2),
                        new Row(2, 2),
                        new Zero(),
                        new Zero());
        assertThat(base.rows(2, model -> model != 1).subList(0, 4))
                .containsExactly(new MeanOfTokens(), new Row(2, 5), new Row(0, 2), new Row(2, 2));
        assertThat(base.isIdentity(0)).isFalse();
    }

    @Test
    void aForcedRuleChangesEqualModelsToo() {
        VocabularyChoice choice =
                VocabularyChoice.of(new VocabularyPolicy.Base())
                        .withToken("a", rule(new TokenRule.SameToken(reference(1)), true));
        Alignment base = align(choice, OptionalInt.of(0), List.of(FIRST, FIRST));
        assertThat(base.isIdentity(0)).isFalse();
        assertThat(base.rows(0, any -> true).getFirst()).isEqualTo(new Row(1, 0));
    }

    @Test
    void aModelThatIsNotMergedGivesOnlyWhatIsAskedFor() {
        VocabularyChoice choice =
                VocabularyChoice.of(new VocabularyPolicy.Union())
                        .withToken("z", rule(new TokenRule.SameToken(reference(2)), false));
        Alignment union = align(choice, OptionalInt.of(0), ALL, 2, Set.of());
        assertThat(union.tokens().values()).containsExactly("a", "b", "c", "y", "x", "z");
        assertThat(union.rows(0, any -> true).subList(3, 6))
                .containsExactly(new Row(1, 3), new Row(1, 2), new Row(2, 2));
    }

    @Test
    void rowsThatDoNotExistAreToldTogether() {
        VocabularyChoice choice =
                VocabularyChoice.of(new VocabularyPolicy.Base())
                        .withToken("a", rule(new TokenRule.SameToken(reference(2)), false))
                        .withToken("b", rule(new TokenRule.Row(reference(0), 4), false))
                        .withToken("q", rule(new TokenRule.OtherToken(reference(1), "n"), true));
        assertThatThrownBy(() -> align(choice, OptionalInt.of(0), ALL))
                .hasMessageContaining("'a' gets the row of 'a' in 'm2', which has no such token")
                .hasMessageContaining("'b' gets row 4 of 'm0', which has 4 rows")
                .hasMessageContaining("'q' gets the row of 'n' in 'm1'")
                .hasMessageContaining("fix: ");
    }

    private static TokenRule rule(TokenRule.Source source, boolean isForced) {
        return new TokenRule(Optional.of(source), isForced);
    }
}
