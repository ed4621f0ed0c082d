package io.terge.methods.sparse;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;

import org.junit.jupiter.api.Test;

import java.util.Map;

class RamTest extends TaskVectorContract {

    @Override
    protected MergeMethod method() {
        return new Ram();
    }

    private static final double[] ONE = {2, 2, 3, 4, -1, 1, 1, 2};
    private static final double[] OTHER = {1, 3, 3, 4, -1, 3, 1, 2};

    @Test
    void reachesTheKnownResults() {
        MergeCase three = Anchors.of(method(), Map.of(), Anchors.a(), Anchors.b(), Anchors.c());
        Anchors.check(method(), three, 1, 2.3125, 2.75, 4.083333, -1, 0.25, 1.75, 1.25);
        MergeCase two = Anchors.of(method(), Map.of(), ONE, OTHER);
        Anchors.check(method(), two, 2, 3, 3, 4, -1, 2, 1, 2);
    }

    @Test
    void isWhatItSays() {
        Agreement.check(method(), 3, Map.of("epsilon", "0.1"), RamTest::slow);
    }

    private static double[] slow(MergeCase example) {
        double[] result = example.base().clone();
        for (int e = 0; e < result.length; e++) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < 3; i++) {
                double vector = TaskVectors.of(example, i)[e];
                sum += Math.abs(vector) > 0.1 ? vector : 0;
                count += Math.abs(vector) > 0.1 ? 1 : 0;
            }
            result[e] += sum / Math.max(1, count);
        }
        return result;
    }
}
