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
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void orderAsAStableSortWould(int kind) {
        Random random = new Random(kind);
        for (int length : new int[] {0, 1, 2, 3, 17, 1000, 5000}) {
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

    private static double value(int kind, Random random) {
        return switch (kind) {
            case 0 -> random.nextGaussian();
            case 1 -> Double.longBitsToDouble(random.nextLong() & 0xFFEFFFFFFFFFFFFFL);
            case 2 -> random.nextInt(5) - 2;
            case 3 -> 0.0;
            default -> random.nextInt(3) == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
        };
    }
}
