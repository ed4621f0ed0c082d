package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeListener;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.spi.method.Block;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Reduction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Statistics that are the same in any order: gathered by thread. */
class ExactReductionsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void takeOneAccumulatorForEachThread(int threads) {
        Count count = new Count(new AtomicInteger(), true);
        assertThat(gathered(threads, count)).isEqualTo(Scene.LENGTH);
        assertThat(count.started()).hasValueBetween(1, threads);
    }

    @Test
    void othersTakeOneForEachRun() {
        Count count = new Count(new AtomicInteger(), false);
        assertThat(gathered(3, count)).isEqualTo(Scene.LENGTH);
        assertThat(count.started()).hasValue((Scene.LENGTH + 65_535) / 65_536);
    }

    private static long gathered(int threads, Count count) {
        List<Long> found = new ArrayList<>();
        Scene.of(
                        new ScriptedMethod(
                                "counting",
                                MethodDescription.of("counting").passes(2),
                                merge -> {
                                    found.add(merge.reduce(count));
                                    return ScriptedMethod.first(merge);
                                }))
                .threads(threads)
                .merge(MergeListener.none());
        return found.getFirst();
    }

    /** Counts elements, and how often it was started. */
    private record Count(AtomicInteger started, boolean isExact) implements Reduction<Long> {

        @Override
        public Long start() {
            started.incrementAndGet();
            return 0L;
        }

        @Override
        public Long add(Long soFar, Block block) {
            return soFar + block.length();
        }

        @Override
        public Long join(Long left, Long right) {
            return left + right;
        }
    }
}
