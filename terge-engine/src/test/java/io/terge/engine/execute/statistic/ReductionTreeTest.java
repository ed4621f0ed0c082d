package io.terge.engine.execute.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class ReductionTreeTest {

    @Test
    void neighboursAreJoinedTwoByTwo() {
        assertThat(joined(List.of(0))).isEqualTo("0");
        assertThat(joined(List.of(0, 1))).isEqualTo("(0 1)");
        assertThat(joined(List.of(0, 1, 2))).isEqualTo("((0 1) 2)");
        assertThat(joined(List.of(0, 1, 2, 3, 4))).isEqualTo("(((0 1) (2 3)) 4)");
        assertThat(joined(List.of(0, 1, 2, 3, 4, 5))).isEqualTo("(((0 1) (2 3)) (4 5))");
        assertThat(joined(List.of(0, 1, 2, 3, 4, 5, 6))).isEqualTo("(((0 1) (2 3)) ((4 5) 6))");
    }

    @Test
    void theOrderInWhichRunsAreDoneMakesNoDifference() {
        Random random = new Random(7);
        for (int runs = 1; runs <= 40; runs++) {
            List<Integer> order = new ArrayList<>(IntStream.range(0, runs).boxed().toList());
            String straight = joined(order);
            for (int i = 0; i < 5; i++) {
                Collections.shuffle(order, random);
                assertThat(joined(order)).as("done in the order %s", order).isEqualTo(straight);
            }
        }
    }

    @Test
    void withoutRunsThereIsNothing() {
        assertThat(new ReductionTree<String>(0, (left, right) -> left + right).root()).isEmpty();
    }

    private static String joined(List<Integer> order) {
        ReductionTree<String> tree =
                new ReductionTree<>(order.size(), (left, right) -> "(" + left + " " + right + ")");
        for (int run : order) {
            assertThat(tree.root()).isEmpty();
            tree.add(run, String.valueOf(run));
        }
        return tree.root().orElseThrow();
    }
}
