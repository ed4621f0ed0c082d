package io.terge.methods.spherical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.terge.spi.method.MergeMethod;
import io.terge.tensor.DType;
import io.terge.tensor.ElementCodec;
import io.terge.testkit.MergeCase;
import io.terge.testkit.ReferenceMerge;

import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;

/** Results of mergekit for models in BF16. */
class RoundedAnchorsTest {

    // 0.1 and 0.3 as BF16 has them.
    private static final double TENTH = 0.10009765625;
    private static final double THREE_TENTHS = 0.30078125;

    @Test
    void slerpIsTheKnownResult() {
        double[] values = merged(new Slerp(), Map.of("t", "0.3"), 0.5, 0.5);
        MemorySegment stored = MemorySegment.ofArray(new byte[2 * values.length]);
        ElementCodec.of(DType.BF16).encode(values, 0, values.length, stored, 0);
        ElementCodec.of(DType.BF16).decode(stored, 0, values, 0, values.length);
        assertThat(values)
                .containsExactly(
                        new double[] {
                            1.226562, 2.203125, 2.359375, 4.5625, -1.335938, 0.7421875, 1.640625,
                            0.9882812
                        },
                        within(1e-6));
    }

    @Test
    void nuSlerpIsWithinTheRoundingOfTheKnownResult() {
        // It rounds after each operation, terge once.
        double[] values = merged(new NuSlerp(), Map.of(), 0.7, 0.3);
        double[] expected = {
            1.21875, 2.1875, 2.359375, 4.5625, -1.328125, 0.7421875, 1.648438, 0.9882812
        };
        for (int e = 0; e < values.length; e++) {
            assertThat(values[e])
                    .isCloseTo(
                            expected[e],
                            within(2 * Math.scalb(1.0, Math.getExponent(expected[e]) - 7)));
        }
    }

    private static double[] merged(
            MergeMethod method, Map<String, String> options, double... weights) {
        MergeCase models =
                MergeCase.of(
                                List.of(
                                        new double[] {1.5, 2, 2, 4.25, -1, 1, 1, THREE_TENTHS},
                                        new double[] {0.5, 2.5, 3, 5, -2, TENTH, 3, 2.5}),
                                weights)
                        .withOptions(method, options)
                        .withoutBase();
        return ReferenceMerge.inOneBlock().run(method, models).values();
    }
}
