package io.terge.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodOptions;
import io.terge.testkit.MergeCase;
import io.terge.testkit.MergeMethodContract;
import io.terge.testkit.ReferenceMerge;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The expected numbers are worked out by hand. */
class TiesExampleTest extends MergeMethodContract {

    @Override
    protected MergeMethod method() {
        return new TiesExample();
    }

    @Test
    void isFoundByServiceLoader() {
        assertThat(ServiceLoader.load(MergeMethod.class))
                .anySatisfy(method -> assertThat(method).isInstanceOf(TiesExample.class));
    }

    @Test
    void keepsTheLargestElementsOfEachTaskVector() {
        // Of 4, -1, 2, 0.5 the half is 4 and 2; of equal sizes the first are kept.
        assertThat(merge(row(1, 1, 1, 1), 1, of(row(5, 0, 3, 1.5), 1, 0.5)))
                .containsExactly(5, 1, 3, 1);
        assertThat(merge(row(0, 0, 0, 0), 1, of(row(2, -2, 2, -2), 1, 0.5)))
                .containsExactly(2, -2, 0, 0);
        assertThat(merge(row(0, 0, 0, 0), 1, of(row(1, -2, 2, -2), 1, 0.5)))
                .containsExactly(0, -2, 2, 0);
    }

    @Test
    void keepsNothingOrAll() {
        assertThat(merge(row(1, 1), 1, of(row(5, 7), 1, 0))).containsExactly(1, 1);
        assertThat(merge(row(1, 1), 1, of(row(5, 7), 1, 1))).containsExactly(5, 7);
    }

    @Test
    void averagesTheElementsThatAgreeWithTheElectedSign() {
        // Sums: 0.25 x 4 + 0.75 x 2; 0.25 x 4 - 0.75 x 2 < 0; 0.25 x -8 + 0.75 x 1 < 0; nothing.
        Model one = of(row(4, 4, -8, 0), 0.25, 1);
        Model other = of(row(2, -2, 1, 0), 0.75, 1);
        assertThat(merge(row(0, 0, 0, 0), 1, one, other)).containsExactly(2.5, -2, -8, 0);
    }

    @Test
    void trimmedElementsHaveNoVote() {
        Model one = of(row(4, -1, 2, 0.5), 0.5, 0.5);
        Model other = of(row(-2, -3, 2, 1), 0.5, 0.5);
        // Kept are 4, 2 and -2, -3.
        assertThat(merge(row(0, 0, 0, 0), 1, one, other)).containsExactly(4, -3, 2, 0);
    }

    @Test
    void scalesWhatIsAdded() {
        assertThat(merge(row(1, 1), 0.5, of(row(5, 3), 1, 1))).containsExactly(3, 2);
        assertThat(merge(row(1, 1), 0, of(row(5, 3), 1, 1))).containsExactly(1, 1);
    }

    private record Model(double[] numbers, double weight, MethodOptions options) {}

    private static Model of(double[] numbers, double weight, double density) {
        return new Model(
                numbers, weight, MethodOptions.of(Map.of("density", Double.toString(density))));
    }

    private static double[] merge(double[] base, double lambda, Model... models) {
        List<Model> all = List.of(models);
        MergeCase mergeCase =
                MergeCase.of(
                                all.stream().map(Model::numbers).toList(),
                                all.stream().mapToDouble(Model::weight).toArray())
                        .withBase(base)
                        .withOptions(MethodOptions.of(Map.of("lambda", Double.toString(lambda))))
                        .withInputOptions(all.stream().map(Model::options).toList());
        return ReferenceMerge.inOneBlock().run(new TiesExample(), mergeCase).values();
    }

    private static double[] row(double... values) {
        return values;
    }
}
