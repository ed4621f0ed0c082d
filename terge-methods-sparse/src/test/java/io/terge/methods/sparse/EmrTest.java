package io.terge.methods.sparse;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;

import org.junit.jupiter.api.Test;

import java.util.Map;

class EmrTest extends TaskVectorContract {

    @Override
    protected MergeMethod method() {
        return new Emr();
    }

    @Test
    void takesTheLargestChangeOfTheElectedSign() {
        MergeCase example = Anchors.of(method(), Map.of(), Anchors.a(), Anchors.b(), Anchors.c());
        // The third elements cancel out in part: -1, 0 and 0.5.
        Anchors.check(method(), example, 1, 2.5, 2, 5, -1, 1, 3, 0);
    }

    @Test
    void isWhatItSays() {
        Agreement.check(method(), 3, Map.of(), EmrTest::slow);
    }

    private static double[] slow(MergeCase example) {
        double[] result = example.base().clone();
        for (int e = 0; e < result.length; e++) {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                sum += TaskVectors.of(example, i)[e];
            }
            double most = 0;
            for (int i = 0; i < 3; i++) {
                double vector = TaskVectors.of(example, i)[e];
                boolean agrees = Math.signum(vector) == Math.signum(sum);
                most = agrees && Math.abs(vector) > Math.abs(most) ? vector : most;
            }
            result[e] += most;
        }
        return result;
    }
}
