package io.terge.methods.sparse.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.methods.sparse.part.Selection.Sought;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

class SelectionTest {

    private static final int SIZE = 70_001;

    /** So many that a sample is worth it. */
    private static final int LARGE = 1_100_001;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void keepsWhatASortWouldKeep(int kind) {
        double[] values = values(kind);
        Integer[] sorted =
                IntStream.range(0, SIZE)
                        .boxed()
                        .sorted(Comparator.comparing((Integer e) -> -Math.abs(values[e])))
                        .toArray(Integer[]::new);
        for (int count : new int[] {0, 1, 2, 777, SIZE / 2, SIZE - 1, SIZE}) {
            OneVector vector = new OneVector(values);

            Cut cut = Selection.of(vector, List.of(new Sought(0, count))).getFirst();

            assertThat(Selection.of(new OneVector(values), List.of(new Sought(0, count)), 0))
                    .as("without gathering")
                    .containsExactly(cut);
            boolean[] expected = new boolean[SIZE];
            Arrays.stream(sorted).limit(count).forEach(e -> expected[e] = true);
            for (int e = 0; e < SIZE; e++) {
                assertThat(cut.keeps(values[e], e)).as("%d of %d", e, count).isEqualTo(expected[e]);
            }
            assertThat(vector.passes).isLessThanOrEqualTo(Selection.PASSES);
            if (count == 0 || count == SIZE) {
                assertThat(vector.passes).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void severalAreFoundInTheSamePasses(int kind) {
        OneVector alone = new OneVector(values(kind));
        OneVector together = new OneVector(values(kind));
        Cut cut = Selection.of(alone, List.of(new Sought(0, 500))).getFirst();

        List<Cut> cuts = Selection.of(together, List.of(new Sought(0, 500), new Sought(0, 500)));

        assertThat(cuts).containsExactly(cut, cut);
        assertThat(together.passes).isEqualTo(alone.passes);
    }

    @ParameterizedTest
    @ValueSource(ints = {3})
    void valuesOfFewBitsTakeTwoPasses(int kind) {
        OneVector vector = new OneVector(values(kind));

        // 1 to 100, each equally often: the first 100 of the largest are all that there are.
        long largest = Arrays.stream(values(kind)).filter(value -> Math.abs(value) == 100).count();
        Selection.of(vector, List.of(new Sought(0, largest)));

        assertThat(vector.passes).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void findsTheMagnitudesOfASort(int kind) {
        double[] sorted = Arrays.stream(values(kind)).map(Math::abs).sorted().toArray();
        for (int size : new int[] {1, 2, 10, SIZE}) {
            OneVector vector = new OneVector(Arrays.copyOfRange(sorted, 0, size));
            for (int count : new int[] {1, size / 2 + 1, size}) {
                vector.passes = 0;

                double[] found = Selection.magnitudes(vector, List.of(new Sought(0, count)));

                assertThat(found).containsExactly(sorted[size - count]);
                assertThat(vector.passes).isLessThanOrEqualTo(Selection.MAGNITUDE_PASSES);
            }
        }
    }

    @Test
    void findsCutsAmongEqualsFarApart() {
        // One element is larger in the last bit; the cut is between the equal ones.
        SparseVector vector =
                new SparseVector(1L << 40, new long[] {5, 1L << 33, 1L << 39, (1L << 40) - 1}, 3);

        Cut gathered = Selection.of(vector, List.of(new Sought(0, 3))).getFirst();
        assertThat(gathered).isEqualTo(new Cut(1, 1L << 33));
        assertThat(vector.passes).isEqualTo(2);

        vector.passes = 0;
        Cut counted = Selection.of(vector, List.of(new Sought(0, 3)), 0).getFirst();
        assertThat(counted).isEqualTo(gathered);
        // The pass after a sample is missing.
        assertThat(vector.passes).isEqualTo(Selection.PASSES - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aSampleChangesNothingButThePasses(int kind) {
        double[] values = values(kind, LARGE);
        int[] counts = {1, 777, LARGE / 2, LARGE - 20_000, LARGE - 1};
        List<Sought> sought = Arrays.stream(counts).mapToObj(n -> new Sought(0, n)).toList();
        List<Cut> expected = Selection.of(new OneVector(values), sought);
        OneVector vector = new OneVector(values);
        // The second half is as good a sample as any; that of other numbers is a bad one.
        vector.sample = Optional.of(Arrays.copyOfRange(values, LARGE / 2, LARGE));
        assertThat(Selection.of(vector, sought)).isEqualTo(expected);
        assertThat(vector.passes).isLessThanOrEqualTo(Selection.PASSES);

        vector.passes = 0;
        vector.sample = Optional.of(values(kind, 5000, 3));
        assertThat(Selection.of(vector, sought)).isEqualTo(expected);
        assertThat(vector.passes).isLessThanOrEqualTo(Selection.PASSES);
    }

    @Test
    void aSampleSavesAPass() {
        OneVector vector = new OneVector(values(0, LARGE));
        vector.sample = Optional.of(values(0, LARGE / 20));
        Selection.of(vector, List.of(new Sought(0, LARGE / 3), new Sought(0, LARGE / 2)));
        assertThat(vector.passes).isEqualTo(1);
    }

    @Test
    void aWrongSampleCostsAPass() {
        OneVector vector = new OneVector(values(0, LARGE));
        Selection.of(vector, List.of(new Sought(0, LARGE / 3)));
        int without = vector.passes;

        vector.passes = 0;
        vector.sample = Optional.of(values(0, LARGE / 20, 2));
        Selection.of(vector, List.of(new Sought(0, LARGE / 3)));
        assertThat(vector.passes).isEqualTo(without + 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 16, 1L << 31, 1L << 40, 1L << 48})
    void memoryDoesNotDependOnTheSize(long size) {
        SparseVector vector = new SparseVector(size, new long[] {0, size / 2, size - 1}, 1);

        Selection.of(vector, List.of(new Sought(0, 2), new Sought(0, 1)));

        assertThat(vector.passes).isBetween(2, Selection.PASSES);
        assertThat(vector.mostCounts).isLessThanOrEqualTo(2 * (1 << 18));
    }

    private static double[] values(int kind, int size, double scale) {
        return Arrays.stream(values(kind, size)).map(value -> scale * value).toArray();
    }

    private static double[] values(int kind) {
        return values(kind, SIZE);
    }

    private static double[] values(int kind, int size) {
        Random random = new Random(kind);
        double[] values = new double[size];
        for (int e = 0; e < size; e++) {
            values[e] =
                    switch (kind) {
                        case 0 -> random.nextGaussian();
                        case 1 -> Double.longBitsToDouble(random.nextLong() & 0x7FEFFFFFFFFFFFFFL);
                        case 2 -> 0;
                        case 3 -> random.nextInt(101) * (random.nextBoolean() ? 1 : -1);
                        case 4 -> 1 + random.nextInt(3) * Math.ulp(1.0);
                        default -> (float) random.nextGaussian() * 1e-30f;
                    };
        }
        return values;
    }

    /** One vector, read in pieces of odd sizes. */
    private static final class OneVector implements Vectors {

        private final double[] values;
        private Optional<double[]> sample = Optional.empty();
        private int passes;

        OneVector(double[] values) {
            this.values = values;
        }

        @Override
        public List<Long> sizes() {
            return List.of((long) values.length);
        }

        @Override
        public long[][] count(Counter counter) {
            passes++;
            return count(values, counter);
        }

        @Override
        public Optional<long[][]> sample(Counter counter) {
            return sample.map(some -> count(some, counter));
        }

        private static long[][] count(double[] values, Counter counter) {
            long[][] all = counter.start();
            for (int start = 0; start < values.length; start += 9_999) {
                int end = Math.min(values.length, start + 9_999);
                double[] part = Arrays.copyOfRange(values, start, end);
                long[][] counts = counter.start();
                counter.add(counts, 0, start, part, part.length);
                counter.join(all, counts);
            }
            return all;
        }
    }

    /** A vector of very many elements, of which it has only some: ones, and one that is larger. */
    private static final class SparseVector implements Vectors {

        private final long size;
        private final long[] places;
        private final int larger;
        private int passes;
        private int mostCounts;

        SparseVector(long size, long[] places, int larger) {
            this.size = size;
            this.places = places;
            this.larger = larger;
        }

        @Override
        public List<Long> sizes() {
            return List.of(size);
        }

        @Override
        public long[][] count(Counter counter) {
            passes++;
            long[][] counts = counter.start();
            for (int i = 0; i < places.length; i++) {
                double[] value = {i == larger ? Math.nextUp(1.0) : 1};
                counter.add(counts, 0, places[i], value, 1);
            }
            int total = Arrays.stream(counts).mapToInt(each -> each.length).sum();
            mostCounts = Math.max(mostCounts, total);
            return counts;
        }
    }
}
