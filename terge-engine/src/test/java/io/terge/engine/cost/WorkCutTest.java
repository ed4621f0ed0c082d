package io.terge.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.Action;
import io.terge.api.ParameterPlan;
import io.terge.engine.fixture.Plans;
import io.terge.tensor.DType;
import io.terge.tensor.Extent;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/** All figures are worked out by hand. */
class WorkCutTest {

    @Test
    void aChunkIsAsManyBlocksAsItsBytesHold() {
        // 2^20 bytes are 74898 elements of 14 bytes: 36 blocks of 2048, which are 73728 elements.
        WorkCut cut = cut(Plans.merge(Extent.BLOCK, 1, 1000, 3000), 2048, 1 << 20);
        assertThat(cut)
                .isEqualTo(
                        new WorkCut(
                                2048,
                                73_728,
                                73_728 * 2,
                                // Four parts begin at a multiple of 64.
                                73_728 * 14 + 4 * 64,
                                // Three inputs, the output and a spare one; then the kernel's 40.
                                2048 * 5 * 8 + 2048 * 40,
                                0));
    }

    @Test
    void aChunkIsABlockAtLeast() {
        WorkCut cut = cut(Plans.merge(Extent.BLOCK, 1, 1000, 3000), 2048, 1);
        assertThat(cut.chunkElements()).isEqualTo(2048);
        assertThat(cut.scratchBytes()).isEqualTo(2048 * 14 + 4 * 64);
    }

    @Test
    void aStatisticHasRoomForItsOwnBlock() {
        WorkCut once = cut(Plans.merge(Extent.BLOCK, 1, 1000, 3000), 100, 1400);
        assertThat(once.chunkElements()).isEqualTo(100);
        assertThat(once.scratchBytes()).isEqualTo(100 * 14 + 4 * 64);
        assertThat(once.arrayBytes()).isEqualTo(100 * 5 * 8 + 1024 * 40);

        WorkCut twice = cut(Plans.merge(Extent.BLOCK, 2, 1000, 3000), 100, 1400);
        assertThat(twice.chunkElements()).isEqualTo(100);
        assertThat(twice.scratchBytes()).isEqualTo(1024 * 14 + 4 * 64);
        assertThat(twice.arrayBytes()).isEqualTo(1024 * 5 * 8 + 1024 * 40);
    }

    @Test
    void aSmallParameterTakesNoMoreThanItHas() {
        WorkCut cut = cut(Plans.merge(Extent.BLOCK, 1, 10), 2048, 1 << 20);
        assertThat(cut.scratchBytes()).isEqualTo(10 * 14 + 4 * 64);
        assertThat(cut.arrayBytes()).isEqualTo(10 * 5 * 8 + 2048 * 40);
    }

    @Test
    void aRowIsABlock() {
        // 74898 elements: 24 rows of 3000.
        WorkCut cut = cut(Plans.merge(Extent.ROW, 1, 1000, 3000), 2048, 1 << 20);
        assertThat(cut.blockElements()).isEqualTo(3000);
        assertThat(cut.chunkElements()).isEqualTo(72_000);
        assertThat(cut.arrayBytes()).isEqualTo(3000 * 5 * 8 + 2048 * 40);
    }

    @Test
    void aScalarIsARowOfOneAndAnEmptyRowIsNoTrouble() {
        assertThat(cut(Plans.merge(Extent.ROW, 1), 2048, 1 << 20).blockElements()).isOne();
        assertThat(cut(Plans.merge(Extent.ROW, 1, 3, 0), 2048, 1 << 20).blockElements()).isOne();
    }

    @Test
    void aTensorThatIsHeldAsAWholeTakesDoublesForAllInputsAndTheOutput() {
        WorkCut cut = cut(Plans.merge(Extent.TENSOR, 1, 1000, 3000), 2048, 1 << 20);
        assertThat(cut.blockElements()).isEqualTo(2048);
        assertThat(cut.tensorBytes()).isEqualTo(3_000_000L * 4 * 8);
    }

    @ParameterizedTest
    @EnumSource
    void whatNoArrayHoldsTakesMoreThanThereIs(Extent extent) {
        long longest = Integer.MAX_VALUE - 8L;
        long more = cut(Plans.merge(extent, 1, longest + 1), 2048, 1 << 20).tensorBytes();
        long most = cut(Plans.merge(extent, 1, longest), 2048, 1 << 20).tensorBytes();
        assertThat(more > 1L << 60).isEqualTo(extent != Extent.BLOCK);
        assertThat(most).isEqualTo(extent == Extent.TENSOR ? longest * 4 * 8 : 0);
    }

    @Test
    void bytesAreCopiedInChunksOfTheirOwn() {
        assertThat(cut(Plans.copy(DType.I64, DType.I64, 10), 2048, 65_536))
                .isEqualTo(new WorkCut(1, 65_536, 65_536, 80 + 64, 0, 0));
        assertThat(cut(Plans.copy(DType.I64, DType.I64, 100_000), 2048, 65_536))
                .isEqualTo(new WorkCut(1, 65_536, 65_536, 65_536 + 64, 0, 0));
    }

    @Test
    void aCopyInAnotherTypeIsAMergeOfOne() {
        // 2^20 bytes are 174762 elements of 6 bytes: 85 blocks of 2048.
        assertThat(cut(Plans.copy(DType.F32, DType.BF16, 1000, 3000), 2048, 1 << 20))
                .isEqualTo(
                        new WorkCut(
                                2048,
                                174_080,
                                174_080 * 2,
                                174_080 * 6 + 2 * 64,
                                2048 * 3 * 8 + 2048 * 40,
                                0));
    }

    @Test
    void aStatisticOfRowsHasRoomForARow() {
        WorkCut cut = cut(Plans.merge(Extent.TENSOR, 2, 10, 3000), 100, 1400);
        assertThat(cut.blockElements()).isEqualTo(100);
        assertThat(cut.scratchBytes()).isEqualTo(3000 * 14 + 4 * 64);
        assertThat(cut.arrayBytes()).isEqualTo(3000 * 5 * 8 + 1024 * 40);
    }

    @Test
    void aComputedTensorTakesWhatItsFootprintSays() {
        ParameterSpec stored = ParameterSpec.of("w", DType.F32, Shape.of(1000, 3000));
        Footprint computed = Footprint.of(1_000_000, 10, 5000);
        WorkCut cut =
                cut(
                        Plans.merge(
                                stored.as(DType.BF16),
                                Extent.BLOCK,
                                1,
                                Plans.operand(1, stored),
                                Plans.operand(0, stored, RowMap.all(), computed)),
                        2048,
                        1 << 20);
        // 2^20 bytes are 65536 elements of 4 + 10 + 2 bytes: 32 blocks of 2048.
        assertThat(cut.chunkElements()).isEqualTo(65_536);
        // One part for the stored tensor and one for the output; eight for the computed one.
        assertThat(cut.scratchBytes()).isEqualTo(65_536 * 16 + 5000 + (1 + 1 + 8) * 64);
    }

    @Test
    void whatOperandsHoldIsHeldOnce() {
        ParameterSpec stored = ParameterSpec.of("w", DType.F32, Shape.of(10, 30));
        Footprint holding = Footprint.of(1200, 4, 0).withHeld(7_000_000);
        WorkCut cut =
                cut(
                        Plans.merge(
                                stored,
                                Extent.BLOCK,
                                1,
                                Plans.operand(1, stored, RowMap.all(), holding),
                                Plans.operand(0, stored, RowMap.all(), holding)),
                        2048,
                        1 << 20);
        assertThat(cut.tensorBytes()).isEqualTo(14_000_000);
    }

    @Test
    void gatheredRowsTakeNumbersAndRoomForAPieceOfOne() {
        ParameterSpec stored = ParameterSpec.of("w", DType.F32, Shape.of(1000, 3000));
        WorkCut cut =
                cut(
                        Plans.merge(
                                ParameterSpec.of("w", DType.BF16, Shape.of(2, 3000)),
                                Extent.BLOCK,
                                1,
                                Plans.operand(1, stored, new RowMap.Range(5, 2), of(stored)),
                                Plans.operand(
                                        0, stored, new RowMap.Gather(List.of(7L, 3L)), of(stored))),
                        2048,
                        1 << 20);
        long piece = 1024 * 4 + 64;
        assertThat(cut.scratchBytes()).isEqualTo(6000 * (4 + 8 + 2) + piece + 3 * 64);
        assertThat(cut.arrayBytes()).isEqualTo(2048 * 4 * 8 + 2048 * 40 + 2 * 1024 * 8);
    }

    @Test
    void aTieTakesNothing() {
        ParameterSpec spec = ParameterSpec.of("v", DType.F32, Shape.of(1000));
        WorkCut cut = cut(new ParameterPlan(spec, 0, new Action.Tied("w")), 2048, 1 << 20);
        assertThat(cut.scratchBytes() + cut.arrayBytes() + cut.tensorBytes()).isZero();
    }

    @Test
    void aKernelTakesTheBlocksOfStatisticsToo() {
        assertThat(WorkCut.kernelBlock(settings(7, 100))).isEqualTo(1024);
        assertThat(WorkCut.kernelBlock(settings(4096, 100))).isEqualTo(4096);
    }

    private static Footprint of(ParameterSpec stored) {
        return Footprint.stored(stored);
    }

    private static WorkCut cut(ParameterPlan plan, int blockElements, int chunkBytes) {
        return WorkCut.of(plan, settings(blockElements, chunkBytes));
    }

    private static ExecutionSettings settings(int blockElements, int chunkBytes) {
        return new ExecutionSettings(1, 1000, blockElements, chunkBytes, 0);
    }
}
