package io.terge.testkit;

import static io.terge.testkit.FaultyMethods.PLAIN;
import static io.terge.testkit.FaultyMethods.blocks;
import static io.terge.testkit.FaultyMethods.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.terge.spi.method.Access;
import io.terge.spi.method.Block;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.Output;
import io.terge.spi.method.RandomNumbers;
import io.terge.tensor.Shape;
import io.terge.testkit.ReferenceMerge.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Map;

class ReferenceMergeTest {

    private static final MergeCase CASE =
            MergeCase.of(List.of(row(1, 2, 3, 4, 5), row(10, 20, 30, 40, 50)), 0.5, 0.25)
                    .withBase(100, 200, 300, 400, 500);

    @Test
    void combinesInputs() {
        Outcome outcome = run(method(merge -> Output.linear(2, -1)));
        assertThat(outcome.values()).containsExactly(-8, -16, -24, -32, -40);
        assertThat(outcome.output()).isInstanceOf(Output.Linear.class);
        assertThat(outcome.readBase()).isFalse();
        assertThat(outcome.passes()).isEqualTo(1);
    }

    @Test
    void combinesTheBaseWithInputsIfTheAccessSaysSo() {
        Outcome outcome = run(method(PLAIN.withBase(), merge -> Output.linearWithBase(-1, 1, 1)));
        assertThat(outcome.values()).containsExactly(-89, -178, -267, -356, -445);
        assertThat(outcome.readBase()).isTrue();
    }

    @Test
    void refusesTheBaseOtherwise() {
        assertRefused(blocks((merge, block) -> block.base()), "withBase()");
        assertRefused(method(merge -> Output.linearWithBase(0, 1, 1)), "withBase()");
        assertRefused(
                method(PLAIN.wholeTensors(), m -> whole(m.baseMatrix().values())), "withBase()");
    }

    @Test
    void refusesRowsAndWholeTensorsOtherwise() {
        assertRefused(method(merge -> Output.rows(ReferenceMergeTest::places)), "rows()");
        assertRefused(method(PLAIN.rows(), merge -> whole(new double[5])), "wholeTensors()");
        assertRefused(method(merge -> whole(merge.matrix(0).values())), "wholeTensors()");
    }

    @Test
    void addsTaskVectorsToTheBase() {
        Outcome outcome = run(method(PLAIN.withBase(), merge -> Output.taskVectors(0, 0.5)));
        assertThat(outcome.values()).containsExactly(55, 110, 165, 220, 275);
        assertThat(outcome.readBase()).isTrue();
        double[] same = {-0.0, 0.1};
        MergeCase equal = MergeCase.of(List.of(same, same), 1, 1).withBase(same);
        MergeMethod method = method(PLAIN.withBase(), merge -> Output.taskVectors(0.3, -0.7));
        assertThat(ReferenceMerge.inOneBlock().run(method, equal).values()).containsExactly(same);
    }

    @Test
    void givesABaseThatIsReadIfStatedOnlyWhereOneIsStated() {
        MergeMethod method =
                method(
                        PLAIN.access(Access.once().withBaseIfStated()),
                        merge ->
                                merge.hasBase()
                                        ? Output.linearWithBase(1, 0, 0)
                                        : Output.linear(1, 0));
        assertThat(run(method).values()).containsExactly(100, 200, 300, 400, 500);
        assertThat(ReferenceMerge.inOneBlock().run(method, CASE.withoutBase()).values())
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void refusesAWrongNumberOfCoefficientsOrValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(method(merge -> Output.linear(1))))
                .withMessage("Expected 2 coefficients (one per input), got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(method(PLAIN.wholeTensors(), m -> whole(new double[4]))))
                .withMessage("Expected 5 values, got 4");
        assertThatNullPointerException()
                .isThrownBy(() -> run(MethodFault.RETURNS_NOTHING.create()))
                .withMessage("The method returned no output");
    }

    @Test
    void refusesMorePassesThanTheAccessSays() {
        String message = "The method declares passes(1) but needs another pass";
        assertRefused(ReadingFault.READS_MORE_OFTEN_THAN_IT_SAYS.create(), message);
        assertThat(run(SoundMethod.GATHERS_EXACTLY.create()).passes()).isEqualTo(2);
        assertThat(run(SoundMethod.WHOLE.create()).passes()).isEqualTo(1);
        assertThat(run(SoundMethod.READS_LESS_THAN_IT_MAY.create()).passes()).isEqualTo(1);
        assertRefused(ReadingFault.READS_MATRICES_TWICE.create(), message);
    }

    @ParameterizedTest
    @EnumSource
    void givesEveryBlockOnceWithItsPlace(BlockOrder order) {
        Outcome outcome =
                new ReferenceMerge(2, order).run(blocks((merge, block) -> places(block)), CASE);
        assertThat(outcome.values()).containsExactly(1, 102, 203, 304, 405);
        assertThat(outcome.unwritten()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void givesWholeRows(BlockOrder order) {
        MergeCase matrix =
                MergeCase.of(List.of(row(1, 2, 3, 4, 5, 6)), 1).withShape(Shape.of(2, 1, 3));
        MergeMethod reversing =
                method(
                        PLAIN.rows(),
                        merge ->
                                Output.rows(
                                        block -> {
                                            for (int e = 0; e < block.length(); e++) {
                                                int other = block.length() - 1 - e;
                                                block.output()[e] = block.input(0)[other];
                                            }
                                        }));
        assertThat(new ReferenceMerge(2, order).run(reversing, matrix).values())
                .containsExactly(3, 2, 1, 6, 5, 4);
    }

    @Test
    void countsWhatIsNotWritten() {
        Outcome outcome =
                new ReferenceMerge(2, BlockOrder.FORWARD)
                        .run(blocks((merge, block) -> block.output()[0] = 0), CASE);
        assertThat(outcome.unwritten()).isEqualTo(2);
        assertThat(outcome.values()).containsExactly(0, Double.NaN, 0, Double.NaN, 0);
    }

    @Test
    void tellsWhatTheParameterIs() {
        MergeCase third =
                CASE.withName("model.layers.2.w")
                        .withLayer(2, 4)
                        .withSeed(7)
                        .withOptions(MethodOptions.of(Map.of("a", "1")))
                        .withInputOptions(
                                List.of(
                                        MethodOptions.of(Map.of("b", "2")),
                                        MethodOptions.of(Map.of("b", "3"))));
        Outcome outcome =
                ReferenceMerge.inOneBlock()
                        .run(
                                method(
                                        merge -> {
                                            merge.note(merge.name() + " " + merge.shape());
                                            merge.note(merge.layer() + " of " + merge.layers());
                                            merge.note(merge.options() + " " + merge.inputs());
                                            merge.note("" + merge.random(1).bits(3));
                                            return Output.linear(merge.weights());
                                        }),
                                third);
        assertThat(outcome.notes())
                .containsExactly(
                        "model.layers.2.w [5]",
                        "OptionalInt[2] of 4",
                        "{a=1} [model 0, weight 0.5 {b=2}, model 1, weight 0.25 {b=3}]",
                        "" + RandomNumbers.of(7, "model.layers.2.w", 1).bits(3));
    }

    @Test
    void surveysAllParametersOnce() {
        MergeCase other = MergeCase.of(List.of(row(-7, 60), row(0, 0)), 1, 1).withName("other");
        List<Outcome> outcomes =
                new ReferenceMerge(1, BlockOrder.BACKWARD)
                        .run(SoundMethod.SURVEYS.create(), List.of(CASE, other));
        assertThat(outcomes).extracting(Outcome::survey).containsExactly("60.0", "60.0");
        assertThat(outcomes.getLast().notes()).containsExactly("found 60.0");
        assertThat(outcomes.getLast().values()).containsExactly(-7, 60);
        assertThat(run(SoundMethod.SURVEYS.create()).survey()).isEqualTo("5.0");
    }

    private static void assertRefused(MergeMethod method, String message) {
        assertThatIllegalStateException()
                .isThrownBy(() -> run(method))
                .withMessageContaining(message);
    }

    private static Outcome run(MergeMethod method) {
        return ReferenceMerge.inOneBlock().run(method, CASE);
    }

    private static Output whole(double[] values) {
        return Output.whole(values);
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
