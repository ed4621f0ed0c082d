package io.terge.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.terge.spi.Block;
import io.terge.spi.MethodDescription;
import io.terge.testkit.ReferenceMerge.Outcome;
import io.terge.testkit.ReferenceMerge.Verb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class ReferenceMergeTest {

    private static final MergeCase CASE =
            MergeCase.of(List.of(row(1, 2, 3, 4, 5), row(10, 20, 30, 40, 50)), 0.5, 0.25)
                    .withBase(100, 200, 300, 400, 500);

    @Test
    void combinesInputs() {
        Outcome outcome =
                ReferenceMerge.inOneBlock()
                        .run(FaultyMethods.method(merge -> merge.combine(2, -1)), CASE);
        assertThat(outcome.values()).containsExactly(-8, -16, -24, -32, -40);
        assertThat(outcome.verbs()).containsExactly(Verb.COMBINE);
        assertThat(outcome.readBase()).isFalse();
    }

    @Test
    void combinesTheBaseWithInputsIfTheDescriptionSaysSo() {
        var taskVectors =
                new FaultyMethods.Described(
                        () -> MethodDescription.of("").withBase(),
                        merge -> merge.combineWithBase(-1, 1, 1));
        Outcome outcome = ReferenceMerge.inOneBlock().run(taskVectors, CASE);
        assertThat(outcome.values()).containsExactly(-89, -178, -267, -356, -445);
        assertThat(outcome.verbs()).containsExactly(Verb.COMBINE_WITH_BASE);
        assertThat(outcome.readBase()).isTrue();
    }

    @Test
    void refusesTheBaseOtherwise() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                ReferenceMerge.inOneBlock()
                                        .run(FaultyMethods.blocks((merge, b) -> b.base()), CASE))
                .withMessageContaining("withBase()");
    }

    @Test
    void refusesAWrongNumberOfCoefficients() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ReferenceMerge.inOneBlock()
                                        .run(FaultyMethods.method(m -> m.combine(1)), CASE))
                .withMessage("1 coefficients for 2 inputs");
    }

    @ParameterizedTest
    @EnumSource
    void givesEveryBlockOnceWithItsPlace(BlockOrder order) {
        Outcome outcome =
                new ReferenceMerge(2, order)
                        .run(FaultyMethods.blocks((merge, block) -> places(block)), CASE);
        assertThat(outcome.values()).containsExactly(1, 102, 203, 304, 405);
        assertThat(outcome.unwritten()).isZero();
    }

    @Test
    void countsWhatIsNotWritten() {
        Outcome outcome =
                new ReferenceMerge(2, BlockOrder.FORWARD)
                        .run(FaultyMethods.blocks((merge, block) -> block.output()[0] = 0), CASE);
        assertThat(outcome.unwritten()).isEqualTo(2);
        assertThat(outcome.values()).containsExactly(0, Double.NaN, 0, Double.NaN, 0);
    }

    private static void places(Block block) {
        for (int e = 0; e < block.length(); e++) {
            block.output()[e] = (block.start() + e) * 100 + block.input(0)[e];
        }
    }

    private static double[] row(double... values) {
        return values;
    }
}
