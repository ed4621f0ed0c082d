package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.MergeListener;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.error.ErrorCode;
import io.terge.error.TergeException;
import io.terge.spi.Block;
import io.terge.spi.MethodDescription;
import io.terge.spi.ParameterMerge;
import io.terge.spi.Reduction;
import io.terge.tensor.Extent;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Verbs of a method that would work on the memory of another one. */
class MisplacedVerbsTest {

    private static final MethodDescription TWO_PASSES = MethodDescription.of("two").passes(2);

    @Test
    void aStatisticIsNotForABlock() {
        checkRefused(
                TWO_PASSES,
                merge ->
                        merge.forEachBlock(
                                block -> {
                                    if (block.start() == 0) {
                                        merge.gram();
                                    }
                                    copy(block);
                                }));
    }

    @Test
    void aMatrixIsNotForABlock() {
        checkRefused(
                MethodDescription.of("whole").extent(Extent.TENSOR),
                merge ->
                        merge.forEachBlock(
                                block -> {
                                    if (block.start() == 0) {
                                        merge.matrix(1);
                                    }
                                    copy(block);
                                }));
    }

    @Test
    void aStatisticIsNotForAReduction() {
        checkRefused(
                TWO_PASSES.passes(3),
                merge -> {
                    merge.reduce(new Nested(merge));
                    merge.combine(1, 0);
                });
    }

    @Test
    void anotherThreadMayNotWrite() {
        checkRefused(
                MethodDescription.of("elsewhere"),
                merge -> CompletableFuture.runAsync(() -> merge.combine(1, 0)).join());
    }

    @Test
    void aVerbIsRefusedWhenTheMethodHasReturned() {
        List<ParameterMerge> kept = new ArrayList<>();
        Scene scene =
                Scene.of(
                        new ScriptedMethod(
                                "keeper",
                                TWO_PASSES,
                                merge -> {
                                    kept.add(merge);
                                    merge.combine(1, 0);
                                }));
        scene.merge(MergeListener.none());
        assertThatThrownBy(() -> kept.getFirst().gram()).isInstanceOf(IllegalStateException.class);
    }

    private static void checkRefused(
            MethodDescription description, Consumer<ParameterMerge> script) {
        TergeException failure =
                Scene.of(new ScriptedMethod("misplaced", description, script)).problem();
        assertThat(failure.code()).isEqualTo(ErrorCode.PLUGIN_FAILED);
        assertThat(failure)
                .hasMessageContaining("Plugin 'misplaced' failed at merging 'w'")
                .hasMessageContaining("one after the other");
    }

    private static void copy(Block block) {
        System.arraycopy(block.input(0), 0, block.output(), 0, block.length());
    }

    /** Asks for a statistic while it is one. */
    private record Nested(ParameterMerge merge) implements Reduction<double[]> {

        @Override
        public double[] start() {
            return new double[1];
        }

        @Override
        public double[] add(double[] soFar, Block block) {
            merge.gram();
            return soFar;
        }

        @Override
        public double[] join(double[] left, double[] right) {
            return left;
        }
    }
}
