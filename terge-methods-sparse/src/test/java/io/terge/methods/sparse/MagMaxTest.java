package io.terge.methods.sparse;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;

import org.junit.jupiter.api.Test;

import java.util.Map;

class MagMaxTest extends TaskVectorContract {

    @Override
    protected MergeMethod method() {
        return new MagMax();
    }

    @Test
    void takesTheLargestChanges() {
        MergeCase example = Anchors.of(method(), Map.of(), Anchors.a(), Anchors.b(), Anchors.c());
        Anchors.check(method(), example, 1.5, 2.5, 2, 5, -2, 1, 3, 0);
    }

    @Test
    void isWhatItSays() {
        Agreement.check(method(), 3, Map.of("lambda", "0.5"), MagMaxTest::slow);
    }

    private static double[] slow(MergeCase example) {
        double[] result = example.base().clone();
        for (int e = 0; e < result.length; e++) {
            double most = 0;
            for (int i = 0; i < 3; i++) {
                double vector = TaskVectors.of(example, i)[e];
                most = Math.abs(vector) > Math.abs(most) ? vector : most;
            }
            result[e] += 0.5 * most;
        }
        return result;
    }
}
