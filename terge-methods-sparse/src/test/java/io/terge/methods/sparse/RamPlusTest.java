package io.terge.methods.sparse;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;

import org.junit.jupiter.api.Test;

import java.util.Map;

class RamPlusTest extends TaskVectorContract {

    @Override
    protected MergeMethod method() {
        return new RamPlus();
    }

    private static final double[] ONE = {2, 2, 3, 4, -1, 1, 1, 2};
    private static final double[] OTHER = {1, 3, 3, 4, -1, 3, 1, 2};

    @Test
    void reachesTheKnownResults() {
        MergeCase two = Anchors.of(method(), Map.of(), ONE, OTHER);
        Anchors.check(method(), two, 2.02, 3.02, 3, 4, -1, 2, 1, 2);
        MergeCase strong = Anchors.of(method(), Map.of("r", "0.5", "alpha", "10"), ONE, OTHER);
        Anchors.check(method(), strong, 2.5, 3.5, 3, 4, -1, 2, 1, 2);
    }

    @Test
    void isWhatItSays() {
        Map<String, String> options = Map.of("epsilon", "0.3", "r", "0.5", "alpha", "1");
        Agreement.check(method(), 2, options, RamPlusTest::slow);
    }

    private static double[] slow(MergeCase example) {
        double[] one = TaskVectors.of(example, 0);
        double[] other = TaskVectors.of(example, 1);
        double shared = 0;
        double ofOne = 0;
        double ofOther = 0;
        for (int e = 0; e < one.length; e++) {
            one[e] = Math.abs(one[e]) > 0.3 ? one[e] : 0;
            other[e] = Math.abs(other[e]) > 0.3 ? other[e] : 0;
            shared += one[e] != 0 && other[e] != 0 ? 1 : 0;
            ofOne += one[e] != 0 && other[e] == 0 ? 1 : 0;
            ofOther += one[e] == 0 && other[e] != 0 ? 1 : 0;
        }
        double scale = 1 + 0.5 * Math.min(1, ofOne == 0 ? 1 : shared / ofOne);
        double otherScale = 1 + 0.5 * Math.min(1, ofOther == 0 ? 1 : shared / ofOther);
        double[] result = example.base().clone();
        for (int e = 0; e < one.length; e++) {
            result[e] +=
                    one[e] != 0 && other[e] != 0
                            ? (one[e] + other[e]) / 2
                            : one[e] * scale + other[e] * otherScale;
        }
        return result;
    }
}
