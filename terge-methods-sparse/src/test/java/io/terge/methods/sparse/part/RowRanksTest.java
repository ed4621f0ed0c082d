package io.terge.methods.sparse.part;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

class RowRanksTest {

    /** Numbers that differ in few bits, which are sorted in one way, and in all, in the other. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void orderAsAStableSortWould(int kind) {
        Random random = new Random(kind);
        for (int length : new int[] {0, 1, 2, 3, 17, 63, 64, 65, 1000, 5000, 70_000}) {
            double[] row = random.doubles(length + 3).map(any -> value(kind, random)).toArray();
            Comparator<Integer> bySize = Comparator.comparingDouble(e -> Math.abs(row[e]));

            assertThat(RowRanks.ascending(row, length))
                    .containsExactly(
                            IntStream.range(0, length)
                                    .boxed()
                                    .sorted(bySize.thenComparing(Comparator.naturalOrder()))
                                    .mapToInt(Integer::intValue)
                                    .toArray());
            assertThat(RowRanks.ascendingLowestLast(row, length))
                    .containsExactly(
                            IntStream.range(0, length)
                                    .boxed()
                                    .sorted(bySize.thenComparing(Comparator.reverseOrder()))
                                    .mapToInt(Integer::intValue)
                                    .toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void ranksAreThePlacesInAStableSort(int kind) {
        Random random = new Random(kind);
        for (int length : new int[] {0, 1, 2, 63, 64, 65, 1000, 5000, 70_000}) {
            double[] row = random.doubles(length + 3).map(any -> value(kind, random)).toArray();
            Comparator<Integer> bySize = Comparator.comparingDouble(e -> Math.abs(row[e]));
            int[] expected = new int[length];
            int[] sorted =
                    IntStream.range(0, length)
                            .boxed()
                            .sorted(bySize.thenComparing(Comparator.naturalOrder()))
                            .mapToInt(Integer::intValue)
                            .toArray();
            for (int i = 0; i < length; i++) {
                expected[sorted[i]] = i;
            }

            assertThat(RowRanks.ranks(row, length)).containsExactly(expected);
        }
    }

    private static double value(int kind, Random random) {
        return switch (kind) {
            case 0 -> random.nextGaussian();
            case 1 -> Double.longBitsToDouble(random.nextLong() & 0xFFEFFFFFFFFFFFFFL);
            case 2 -> random.nextInt(5) - 2;
            case 3 -> 0.0;
            case 5 -> random.nextInt(50) == 0 ? 1 : 1e-9 * random.nextGaussian(); // none is near 1
            case 6 -> 1 + random.nextInt(4) * Math.ulp(1.0); // last bits only
            default -> random.nextInt(3) == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
        };
    }
}
