package io.terge.engine.stage;

import io.terge.engine.cost.StageFootprint;
import io.terge.engine.cost.WorkCut;
import io.terge.engine.operand.BlockBuffers;
import io.terge.engine.operand.BlockSource;
import io.terge.engine.operand.FunctionBlocks;
import io.terge.engine.operand.LinearBlocks;
import io.terge.engine.operand.LinearTerms;
import io.terge.engine.operand.LoadedOperands;
import io.terge.engine.operand.Operands;
import io.terge.engine.plugin.MethodCall;
import io.terge.engine.schedule.WorkerMemory;
import io.terge.spi.method.BlockFunction;
import io.terge.spi.method.Output;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.util.Optional;

/**
 * How the numbers of a parameter are computed.
 *
 * @param spec the parameter
 * @param isRounded whether they are rounded to its type
 * @param loading loads what they are computed from
 */
record Computed(ParameterSpec spec, boolean isRounded, Loading loading) {

    /** Loads what a chunk is computed from. */
    @FunctionalInterface
    interface Loading {

        /** Loads a chunk of elements. */
        Chunk load(long start, int count, WorkerMemory memory);
    }

    /** Blocks of a chunk, and how it is cut into them. */
    record Chunk(BlockSource source, StagePart.Blocks blocks) {}

    /** What a method has returned, unless it is a whole tensor. */
    static Computed of(
            ParameterSpec spec,
            boolean isRounded,
            Output output,
            Operands operands,
            MethodCall method) {
        return switch (output) {
            case Output.Linear linear -> sum(spec, isRounded, LinearTerms.of(linear, operands));
            case Output.Blocks blocks ->
                    new Computed(
                            spec,
                            isRounded,
                            (start, count, memory) ->
                                    new Chunk(
                                            function(
                                                    blocks.function(),
                                                    operands,
                                                    method,
                                                    start,
                                                    count,
                                                    Math.min(StageFootprint.BLOCK, count),
                                                    memory),
                                            inBlocks()));
            case Output.Rows rows -> rows(spec, isRounded, rows.function(), operands, method);
            case Output.Whole whole ->
                    throw new IllegalArgumentException("A whole tensor is not computed again");
        };
    }

    /** A linear combination. */
    static Computed sum(ParameterSpec spec, boolean isRounded, LinearTerms terms) {
        return new Computed(
                spec,
                isRounded,
                (start, count, memory) ->
                        new Chunk(new LinearBlocks(terms.load(start, count, memory)), inBlocks()));
    }

    private static Computed rows(
            ParameterSpec spec,
            boolean isRounded,
            BlockFunction function,
            Operands operands,
            MethodCall method) {
        int row = Math.toIntExact(WorkCut.row(spec.shape()));
        return new Computed(
                spec,
                isRounded,
                (start, count, memory) -> {
                    int skipped = (int) (start % row);
                    int rows = Math.ceilDiv(skipped + count, row);
                    return new Chunk(
                            function(
                                    function,
                                    operands,
                                    method,
                                    start - skipped,
                                    rows * row,
                                    row,
                                    memory),
                            new StagePart.Blocks(row, skipped, true));
                });
    }

    private static FunctionBlocks function(
            BlockFunction function,
            Operands operands,
            MethodCall method,
            long start,
            int count,
            int block,
            WorkerMemory memory) {
        LoadedOperands loaded = LoadedOperands.of(operands, start, count, memory);
        return new FunctionBlocks(function, BlockBuffers.written(loaded, start, block), method);
    }

    private static StagePart.Blocks inBlocks() {
        return new StagePart.Blocks(StageFootprint.BLOCK, 0, false);
    }

    /** Loads a chunk. */
    Tensor.Part load(long start, int count, WorkerMemory memory) {
        Chunk chunk = loading.load(start, count, memory);
        return new StagePart(chunk.source(), chunk.blocks(), rounding(chunk, memory), memory);
    }

    private Optional<StagePart.Rounding> rounding(Chunk chunk, WorkerMemory memory) {
        DType dtype = spec.dtype();
        long bytes = (long) dtype.bits() / Byte.SIZE * chunk.blocks().length();
        return isRounded
                ? Optional.of(new StagePart.Rounding(dtype, memory.take(bytes)))
                : Optional.empty();
    }
}
