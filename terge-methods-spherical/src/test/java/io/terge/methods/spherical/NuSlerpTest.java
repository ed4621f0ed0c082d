package io.terge.methods.spherical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.terge.spi.method.MergeMethod;
import io.terge.tensor.Shape;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;
import io.terge.testkit.ReferenceMerge;
import io.terge.testkit.TensorFixtures;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

class NuSlerpTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new NuSlerp();
    }

    private static final Map<String, String> ROWS = Map.of("flatten", "false");
    private static final Map<String, String> COLUMNS =
            Map.of("flatten", "false", "row_wise", "true");

    @Override
    protected boolean isIdempotent() {
        return true;
    }

    @Override
    protected boolean givesTheModelWithAllWeight() {
        return true;
    }

    @Override
    protected boolean keepsTheBaseExactly() {
        return true;
    }

    @Test
    void reachesTheKnownResults() {
        check(
                example(Map.of()).withoutBase(),
                1.228459,
                2.209226,
                2.36503,
                4.597227,
                -1.338318,
                0.7151034,
                1.649926,
                0.7790188);
        check(
                example(ROWS).withoutBase(),
                1.205757,
                2.161967,
                2.313138,
                4.499699,
                -1.418389,
                0.7463858,
                1.75439,
                0.8400038);
        check(
                example(COLUMNS).withoutBase(),
                1.264347,
                2.201155,
                2.326735,
                4.580572,
                -1.386851,
                0.7130496,
                1.620516,
                0.7750559);
        check(
                example(Map.of()),
                1.222641,
                2.250256,
                2.054205,
                4.736961,
                -1.500512,
                0.9457948,
                2.001025,
                0.3586667);
    }

    @Test
    void takesTheMiddleIfTheWeightsCancelOut() {
        MergeCase example = example(Map.of()).withWeights(1, -1);
        assertThat(ReferenceMerge.inOneBlock().run(method(), example).values())
                .containsExactly(
                        ReferenceMerge.inOneBlock()
                                .run(method(), example.withWeights(1, 1))
                                .values());
    }

    @Test
    void refusesRowsOfAVector() {
        MergeCase example = example(Map.of("row_wise", "true"));
        assertThat(method().faults(example.options(), example.inputs()))
                .containsExactly("row_wise=true needs flatten=false");
        assertThat(method().faults(example(COLUMNS).options(), example.inputs())).isEmpty();
    }

    @Test
    void saysHowManyVectorsHaveNoArc() {
        double[] opposite = Anchors.a();
        Arrays.setAll(opposite, e -> e < 4 ? -2 * opposite[e] : opposite[e]);
        assertThat(notes(ROWS, opposite))
                .containsExactly("1 rows are zero, opposite or not finite: interpolated linearly");
        double[] column = Anchors.a();
        column[1] = -column[1];
        column[5] = -column[5];
        assertThat(notes(COLUMNS, column))
                .containsExactly(
                        "1 columns are zero, opposite or not finite: interpolated linearly");
        assertThat(notes(Map.of(), new double[8]))
                .containsExactly("a norm is zero or below 1e-145: interpolated linearly");
    }

    @Test
    void keepsABaseOfMinusZeroInRowsAndColumns() {
        double[] base = new double[8];
        Arrays.fill(base, -0.0);
        for (Map<String, String> options : List.of(ROWS, COLUMNS)) {
            MergeCase example = Anchors.of(method(), options, base, base).withBase(base);
            assertThat(
                            ReferenceMerge.inOneBlock()
                                    .run(method(), example.withWeights(3, -2))
                                    .values())
                    .containsExactly(base);
        }
    }

    @Test
    void isTheArcOfEachVector() {
        Agreement.check(method(), 2, Map.of(), example -> slow(example, v -> 0));
        Agreement.check(method(), 2, ROWS, example -> slow(example, e -> e / last(example)));
        Agreement.check(method(), 2, COLUMNS, example -> slow(example, e -> e % others(example)));
    }

    @Test
    void isTheSameForMoreRowsThanAreKept() {
        Agreement.check(new NuSlerp(0), 2, ROWS, example -> slow(example, e -> e / last(example)));
    }

    @Test
    void gathersColumnsThatAreWiderThanARun() {
        int columns = 70_000;
        TensorFixtures fixtures = TensorFixtures.seeded(5);
        MergeCase wide =
                MergeCase.of(
                                List.of(
                                        fixtures.values(3L * columns),
                                        fixtures.values(3L * columns)),
                                0.5,
                                0.5)
                        .withShape(Shape.of(3, columns))
                        .withOptions(method(), COLUMNS)
                        .withoutBase();
        double[] values = ReferenceMerge.inOneBlock().run(method(), wide).values();
        for (int column = 0; column < columns; column += 999) {
            int at = column;
            double[] left = part(wide.numbers().get(0), e -> e % columns == at);
            double[] right = part(wide.numbers().get(1), e -> e % columns == at);
            assertThat(part(values, e -> e % columns == at))
                    .containsExactly(SlowArc.at(0.5, left, right), within(1e-9));
        }
    }

    private static int last(MergeCase example) {
        int rank = example.shape().rank();
        return rank == 0 ? 1 : (int) example.shape().dimension(rank - 1);
    }

    private static int others(MergeCase example) {
        return example.shape().rank() == 0
                ? 1
                : example.base().length / (int) example.shape().dimension(0);
    }

    private static double[] slow(MergeCase example, IntUnaryOperator vectorOf) {
        double[] values = new double[example.base().length];
        double[] origin = example.statesBase() ? example.base() : new double[values.length];
        double[] left = difference(example.numbers().get(0), origin);
        double[] right = difference(example.numbers().get(1), origin);
        double second = example.inputs().get(1).weight();
        double t = second / (example.inputs().get(0).weight() + second);
        for (int start = 0; start < values.length; start++) {
            int vector = vectorOf.applyAsInt(start);
            double[] arc =
                    SlowArc.at(
                            t,
                            part(left, e -> vectorOf.applyAsInt(e) == vector),
                            part(right, e -> vectorOf.applyAsInt(e) == vector));
            int place = place(start, vectorOf);
            values[start] = origin[start] + arc[place];
        }
        return values;
    }

    private static int place(int start, IntUnaryOperator vectorOf) {
        int vector = vectorOf.applyAsInt(start);
        return (int)
                IntStream.range(0, start).filter(e -> vectorOf.applyAsInt(e) == vector).count();
    }

    private static double[] part(double[] values, IntPredicate isTaken) {
        return IntStream.range(0, values.length)
                .filter(isTaken)
                .mapToDouble(e -> values[e])
                .toArray();
    }

    private static double[] difference(double[] values, double[] origin) {
        double[] difference = new double[values.length];
        Arrays.setAll(difference, e -> values[e] - origin[e]);
        return difference;
    }

    private List<String> notes(Map<String, String> options, double[] other) {
        MergeCase example = Anchors.of(method(), options, Anchors.a(), other).withoutBase();
        return ReferenceMerge.inOneBlock().run(method(), example).notes();
    }

    private MergeCase example(Map<String, String> options) {
        return Anchors.of(method(), options, Anchors.a(), Anchors.b()).withWeights(0.7, 0.3);
    }

    private void check(MergeCase example, double... expected) {
        Anchors.check(method(), example, expected);
    }
}
