package io.terge.methods.sparse;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.Agreement;
import io.terge.testkit.Anchors;
import io.terge.testkit.MergeCase;

import org.junit.jupiter.api.Test;

import java.util.Map;

class ConsensusTaskArithmeticTest extends TaskVectorContract {

    @Override
    protected MergeMethod method() {
        return new ConsensusTaskArithmetic();
    }

    @Test
    void addsWhatTwoModelsUse() {
        // Changes of the elements: 1 and 1, 1 and 0, 1 and -1, 4 and 1.
        double[] one = {2, 3, 4, 8, -1, 0, 1, 2};
        double[] other = {2, 2, 2, 5, -1, 0, 1, 2};
        MergeCase example = Anchors.of(method(), Map.of("threshold", "0.5"), one, other);
        Anchors.check(method(), example.withWeights(1, 1), 3, 2, 3, 4, -1, 0, 1, 2);
        MergeCase single =
                Anchors.of(method(), Map.of("threshold", "0.5", "users", "1"), one, other);
        Anchors.check(method(), single.withWeights(1, 1), 3, 3, 3, 9, -1, 0, 1, 2);
    }

    @Test
    void isWhatItSays() {
        Agreement.check(method(), 3, Map.of("threshold", "0.7"), example -> slow(example, 2));
        Agreement.check(method(), 1, Map.of("threshold", "0.7"), example -> slow(example, 1));
    }

    private static double[] slow(MergeCase example, int least) {
        double[] result = example.base().clone();
        int models = example.inputs().size();
        for (int e = 0; e < result.length; e++) {
            int users = 0;
            double sum = 0;
            for (int i = 0; i < models; i++) {
                double change = change(example, i, e);
                double others = 0;
                for (int j = 0; j < models; j++) {
                    others += j == i ? 0 : change(example, j, e);
                }
                users += Math.abs(change) >= 0.7 * Math.abs(others) ? 1 : 0;
                sum += change;
            }
            result[e] += users >= least ? sum : 0;
        }
        return result;
    }

    private static double change(MergeCase example, int input, int e) {
        return example.inputs().get(input).weight() * TaskVectors.of(example, input)[e];
    }
}
