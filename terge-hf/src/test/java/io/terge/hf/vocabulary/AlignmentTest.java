package io.terge.hf.vocabulary;

import static io.terge.hf.vocabulary.TokenMaps.ALL;
import static io.terge.hf.vocabulary.TokenMaps.FIRST;
import static io.terge.hf.vocabulary.TokenMaps.SECOND;
import static io.terge.hf.vocabulary.TokenMaps.X;
import static io.terge.hf.vocabulary.TokenMaps.align;
import static io.terge.hf.vocabulary.TokenMaps.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;
import io.terge.hf.tokenizer.AddedToken;
import io.terge.hf.tokenizer.RenumberedTokens;
import io.terge.hf.tokenizer.TokenList;
import io.terge.hf.vocabulary.RowSource.Mean;
import io.terge.hf.vocabulary.RowSource.MeanOfTokens;
import io.terge.hf.vocabulary.RowSource.Row;
import io.terge.model.VocabularyChoice;
import io.terge.model.VocabularyPolicy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

class AlignmentTest {

    @Test
    void theUnionAppendsTheTokensOfTheOthersInTheirOrderAndAddedOnesLast() {
        Alignment union = union(0);
        assertThat(union.tokens().values()).containsExactly("a", "b", "c", "y", "z", "x");
        assertThat(union.rows()).isEqualTo(6);
        assertThat(union.donor()).isZero();
        assertThat(union.appended())
                .containsExactly(AddedToken.plain(3, "y"), AddedToken.plain(4, "z"), X.withId(5));
    }

    @Test
    void theFlagsOfAnAddedTokenAreThoseOfTheFirstModelThatDefinesIt() {
        assertThat(X.withId(3)).isEqualTo(new AddedToken(3, "x", true, false, true, false, true));
        TokenMap plain = map(1, List.of(), "x");
        Alignment union = align("union", 0, List.of(map(1, List.of(), "a"), plain, SECOND));
        assertThat(union.appended()).contains(X.withId(1)).hasSize(3);
    }

    @Test
    void aMissingTokenIsTheBasesElseOfTheOnlyHolderElseTheMean() {
        Alignment union = union(0);
        assertThat(union.rows(0, any -> true))
                .containsExactly(
                        new Row(0, 0),
                        new Row(0, 1),
                        new Row(0, 2),
                        new Mean(List.of(new Row(1, 3), new Row(2, 0))),
                        new Row(2, 2),
                        new Row(1, 2));
        assertThat(union.rows(2, any -> true))
                .containsExactly(
                        new Row(0, 0),
                        new Row(2, 1),
                        new Row(0, 2),
                        new Row(2, 0),
                        new Row(2, 2),
                        new Row(1, 2));
    }

    @Test
    void aModelWithoutTheParameterHoldsNothing() {
        assertThat(union(0).rows(0, model -> model != 1))
                .containsExactly(
                        new Row(0, 0),
                        new Row(0, 1),
                        new Row(0, 2),
                        new Row(2, 0),
                        new Row(2, 2),
                        new MeanOfTokens());
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
        assertThat(common.renumbered())
                .contains(new RenumberedTokens(Map.of(1, 0), Set.of("a", "c")));
        assertThat(common.rows()).isEqualTo(1);
        assertThat(common.rows(1, any -> true)).containsExactly(new Row(1, 0));
        assertThat(common.rows(2, any -> true)).containsExactly(new Row(2, 1));
    }

    @Test
    void anIntersectionOfEqualVocabulariesChangesNothing() {
        Alignment common = align("intersection", 0, List.of(FIRST, FIRST));
        assertThat(common.renumbered()).isEmpty();
        assertThat(common.isIdentity(1)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 6", "4, 8", "6, 6", "64, 64"})
    void rowsAreRoundedUp(int multiple, int rows) {
        Alignment union =
                align(
                        VocabularyChoice.of(new VocabularyPolicy.Union()).withMultiple(multiple),
                        OptionalInt.of(0),
                        ALL);
        assertThat(union.rows()).isEqualTo(rows);
    }

    @Test
    void roundedRowsAreTheMeanOfAllTokensUnlessThereIsPadding() {
        Alignment union =
                align(
                        VocabularyChoice.of(new VocabularyPolicy.Base()).withMultiple(8),
                        OptionalInt.of(0),
                        ALL);
        RowSource mean = new RowSource.MeanOfOutput(List.copyOf(union.tokens().keySet()));
        assertThat(union.rows(1, any -> true).subList(3, 8))
                .containsExactly(new Row(0, 3), mean, mean, mean, mean);
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
                .hasMessageContaining("'holey' has no token with the ID 1")
                .hasMessageContaining("2 new tokens would follow its last ID, 2")
                .hasMessageContaining("fix: ");
        assertThat(align("base", 0, List.of(gap, SECOND)).rows(1, any -> true))
                .containsExactly(new Row(1, 1), new Row(0, 1), new Row(1, 0), new Row(0, 3));
    }

    @Test
    void withoutABaseNoHolderTakesPrecedence() {
        TokenMap none = map(1, List.of(), "q");
        Alignment union =
                align(
                        VocabularyChoice.of(new VocabularyPolicy.Base()),
                        OptionalInt.empty(),
                        List.of(FIRST, SECOND, none));
        assertThat(union.rows(2, any -> true))
                .startsWith(
                        new Mean(List.of(new Row(0, 0), new Row(1, 1))),
                        new Mean(List.of(new Row(0, 1), new Row(1, 0))),
                        new Row(0, 2));
    }

    @Test
    void anIntersectionKeepsNeededTokensAndNumbersFurtherOnesLast() {
        TokenMap donor =
                TokenMap.of(
                        "model",
                        new TokenList(
                                Map.of("<end>", 0, "a", 1, "b", 2, "<s>", 3),
                                List.of(),
                                Set.of("<end>")),
                        4);
        Alignment common =
                align(
                        VocabularyChoice.of(new VocabularyPolicy.Intersection()),
                        OptionalInt.of(0),
                        List.of(donor, map(1, List.of(), "b")),
                        2,
                        Set.of("<end>", "<s>", "not there"));
        assertThat(common.tokens()).isEqualTo(Map.of(0, "b", 1, "<s>", 2, "<end>"));
        assertThat(common.rows()).isEqualTo(3);
        assertThat(common.numbers(0)).isEqualTo(Map.of(2, 0, 3, 1, 0, 2));
        assertThat(common.renumbered())
                .contains(new RenumberedTokens(Map.of(2, 0, 3, 1, 0, 2), Set.of("a")));
        // The second model has none of the others, and gets them from the first.
        assertThat(common.rows(1, any -> true))
                .containsExactly(new Row(1, 0), new Row(0, 3), new Row(0, 0));
    }

    @Test
    void tokensWithoutARowCountAsMissing() {
        TokenMap cut = map(2, List.of(), "a", "b", "x");
        Alignment base = align("base", 0, List.of(cut, SECOND));
        assertThat(base.tokens()).isEqualTo(Map.of(0, "a", 1, "b"));
        assertThat(base.isIdentity(0)).isTrue();
        assertThat(base.renumbered())
                .contains(new RenumberedTokens(Map.of(0, 0, 1, 1), Set.of("x")));
        assertThat(align("union", 1, List.of(cut, SECOND)).rows(0, any -> true))
                .containsExactly(new Row(0, 1), new Row(0, 0), new Row(1, 2), new Row(1, 3));
    }

    private static Alignment union(int base) {
        return align("union", base, ALL);
    }
}
