package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.MergeListener;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.spi.method.Block;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.spi.method.Reduction;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Statistics that would be gathered in the memory of another one. */
class MisplacedStatisticsTest {

    private static final MethodDescription TWO_PASSES = MethodDescription.of("two").passes(2);

    @Test
    void aStatisticIsNotForABlock() {
        checkRefused(
                TWO_PASSES,
                merge ->
                        Output.blocks(
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
                MethodDescription.of("whole").wholeTensors(),
                merge ->
                        Output.blocks(
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
                    return ScriptedMethod.first(merge);
                });
    }

    @Test
    void aStatisticIsNotForAnotherThread() {
        checkRefused(
                TWO_PASSES,
                merge -> {
                    CompletableFuture.runAsync(merge::gram).join();
                    return ScriptedMethod.first(merge);
                });
    }

    @Test
    void aStatisticIsRefusedWhenTheMethodHasReturned() {
        List<ParameterMerge> kept = new ArrayList<>();
        Scene scene =
                Scene.of(
                        new ScriptedMethod(
                                "keeper",
                                TWO_PASSES,
                                merge -> {
                                    kept.add(merge);
                                    return ScriptedMethod.first(merge);
                                }));
        scene.merge(MergeListener.none());
        assertThatThrownBy(() -> kept.getFirst().gram()).isInstanceOf(IllegalStateException.class);
    }

    private static void checkRefused(
            MethodDescription description, Function<ParameterMerge, Output> script) {
        TergeException failure =
                Scene.of(new ScriptedMethod("misplaced", description, script)).problem();
        assertThat(failure.code()).isEqualTo(TergeCode.PLUGIN_FAILED);
        assertThat(failure)
                .hasMessageContaining("Plugin 'misplaced' failed while merging 'w'")
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
