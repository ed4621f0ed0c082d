package io.terge.hf.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;
import io.terge.hf.tokenizer.AddedToken;
import io.terge.hf.tokenizer.TokenList;
import io.terge.hf.vocabulary.RowSource.Mean;
import io.terge.hf.vocabulary.RowSource.MeanOfTokens;
import io.terge.hf.vocabulary.RowSource.Row;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

class AlignmentTest {

    private static final AddedToken X = new AddedToken(2, "x", true, false, true, false, true);

    /** a b c and one row of padding. */
    private static final TokenMap FIRST = map(4, List.of(), "a", "b", "c");

    /** b a x y; x is added. */
    private static final TokenMap SECOND = map(4, List.of(X), "b", "a", "x", "y");

    /** y b z, and three rows of padding. */
    private static final TokenMap THIRD = map(6, List.of(), "y", "b", "z");

    private static final List<TokenMap> ALL = List.of(FIRST, SECOND, THIRD);

    @Test
    void theUnionAppendsTheTokensOfTheOthersInTheirOrder() {
        Alignment union = union(0);
        assertThat(union.tokens().values()).containsExactly("a", "b", "c", "x", "y", "z");
        assertThat(union.rows()).isEqualTo(6);
        assertThat(union.donor()).isZero();
        assertThat(union.appended())
                .containsExactly(X.withId(3), AddedToken.plain(4, "y"), AddedToken.plain(5, "z"));
    }

    @Test
    void theFlagsOfAnAddedTokenAreThoseOfTheFirstModelThatDefinesIt() {
        assertThat(X.withId(3)).isEqualTo(new AddedToken(3, "x", true, false, true, false, true));
        TokenMap plain = map(1, List.of(), "x");
        Alignment union = align("union", 0, List.of(map(1, List.of(), "a"), plain, SECOND));
        assertThat(union.appended()).contains(AddedToken.plain(1, "x"));
    }

    @Test
    void aMissingTokenIsTheBasesElseOfTheOnlyHolderElseTheMean() {
        Alignment union = union(0);
        assertThat(union.rows(0, any -> true))
                .containsExactly(
                        new Row(0, 0),
                        new Row(0, 1),
                        new Row(0, 2),
                        new Row(1, 2),
                        new Mean(List.of(new Row(1, 3), new Row(2, 0))),
                        new Row(2, 2));
        assertThat(union.rows(2, any -> true))
                .containsExactly(
                        new Row(0, 0),
                        new Row(2, 1),
                        new Row(0, 2),
                        new Row(1, 2),
                        new Row(2, 0),
                        new Row(2, 2));
    }

    @Test
    void aModelWithoutTheParameterHoldsNothing() {
        assertThat(union(0).rows(0, model -> model != 1))
                .containsExactly(
                        new Row(0, 0),
                        new Row(0, 1),
                        new Row(0, 2),
                        new MeanOfTokens(),
                        new Row(2, 0),
                        new Row(2, 2));
    }

    @Test
    void theIdsOfAnotherBaseStay() {
        Alignment union = union(2);
        assertThat(union.tokens().values()).containsExactly("y", "b", "z", "a", "c", "x");
        assertThat(union.rows()).isEqualTo(6);
    }

    @Test
    void theBasesVocabularyKeepsItsPadding() {
        Alignment base = align("base", 2, ALL);
        assertThat(base.rows()).isEqualTo(6);
        assertThat(base.isIdentity(2)).isTrue();
        assertThat(base.isIdentity(0)).isFalse();
        assertThat(base.appended()).isEmpty();
        assertThat(base.rows(0, any -> true))
                .containsExactly(
                        new Row(2, 0),
                        new Row(0, 1),
                        new Row(2, 2),
                        new Row(0, 3),
                        new Row(2, 4),
                        new Row(2, 5));
    }

    @Test
    void theVocabularyOfOneModel() {
        Alignment second = align("1", 0, ALL);
        assertThat(second.donor()).isEqualTo(1);
        assertThat(second.rows()).isEqualTo(4);
        assertThat(second.rows(0, any -> true))
                .containsExactly(
                        new Row(0, 1),
                        new Row(0, 0),
                        new Row(1, 2),
                        new Mean(List.of(new Row(1, 3), new Row(2, 0))));
    }

    @Test
    void theIntersectionNumbersWhatIsLeftAnew() {
        Alignment common = align("intersection", 0, ALL);
        assertThat(common.tokens()).isEqualTo(Map.of(0, "b"));
        assertThat(common.removed()).isEqualTo(2);
        assertThat(common.rows()).isEqualTo(1);
        assertThat(common.rows(1, any -> true)).containsExactly(new Row(1, 0));
        assertThat(common.rows(2, any -> true)).containsExactly(new Row(2, 1));
    }

    @Test
    void anIntersectionOfEqualVocabulariesChangesNothing() {
        Alignment common = align("intersection", 0, List.of(FIRST, FIRST));
        assertThat(common.removed()).isZero();
        assertThat(common.isIdentity(1)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 6", "4, 8", "6, 6", "64, 64"})
    void rowsAreRoundedUp(int multiple, int rows) {
        Alignment union =
                Alignment.of(new VocabularyPolicy.Union(), ALL, 0, OptionalInt.of(multiple));
        assertThat(union.rows()).isEqualTo(rows);
    }

    @Test
    void roundedRowsAreTheMeanOfTokensUnlessThereIsPadding() {
        Alignment union = Alignment.of(new VocabularyPolicy.Base(), ALL, 0, OptionalInt.of(8));
        assertThat(union.rows(1, any -> true).subList(3, 8))
                .containsExactly(
                        new Row(0, 3),
                        new MeanOfTokens(),
                        new MeanOfTokens(),
                        new MeanOfTokens(),
                        new MeanOfTokens());
        assertThat(union.tokenRows(1)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void nothingIsAppendedBehindAGap() {
        TokenMap gap = TokenMap.of("holey", new TokenList(Map.of("a", 0, "b", 2), List.of()), 4);
        assertThatThrownBy(() -> align("union", 0, List.of(gap, SECOND)))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refused ->
                                assertThat(refused.code())
                                        .isEqualTo(VocabularyCode.VOCABULARY_INVALID))
                .hasMessageContaining("'holey' has no token with the number 1")
                .hasMessageContaining("2 tokens of other models")
                .hasMessageContaining("fix: ");
        assertThat(align("base", 0, List.of(gap, SECOND)).rows(1, any -> true))
                .containsExactly(new Row(1, 1), new Row(0, 1), new Row(1, 0), new Row(0, 3));
    }

    private static Alignment union(int base) {
        return align("union", base, ALL);
    }

    private static Alignment align(String policy, int base, List<TokenMap> models) {
        return Alignment.of(VocabularySettings.policy(policy), models, base, OptionalInt.empty());
    }

    private static TokenMap map(int rows, List<AddedToken> added, String... tokens) {
        Map<String, Integer> ids = new HashMap<>();
        for (String token : tokens) {
            ids.put(token, ids.size());
        }
        return TokenMap.of("model", new TokenList(ids, added), rows);
    }
}
