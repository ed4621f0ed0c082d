package io.terge.engine.stage;

import io.terge.engine.operand.BlockSource;
import io.terge.engine.schedule.WorkerMemory;
import io.terge.tensor.DType;
import io.terge.tensor.Tensor;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** A chunk of numbers that are computed block by block when they are asked for. */
final class StagePart implements Tensor.Part {

    /**
     * How a block is rounded.
     *
     * @param dtype the type that it is rounded to
     * @param room for one block of that type
     */
    record Rounding(DType dtype, MemorySegment room) {}

    private final BlockSource source;
    private final Blocks blocks;
    private final Optional<Rounding> rounding;
    private final WorkerMemory memory;
    private int lastRow = -1;
    private double[] last = {};

    /**
     * How a chunk is cut into blocks.
     *
     * @param length the length of a block, at most
     * @param skipped how many elements the source has before those of the chunk
     * @param areRows whether blocks are whole rows, and begin at multiples of their length
     */
    record Blocks(int length, int skipped, boolean areRows) {}

    StagePart(BlockSource source, Blocks blocks, Optional<Rounding> rounding, WorkerMemory memory) {
        this.source = source;
        this.blocks = blocks;
        this.rounding = rounding;
        this.memory = memory;
    }

    @Override
    public void decode(int at, double[] into, int from, int count) {
        int length;
        for (int done = 0; done < count; done += length) {
            int place = blocks.skipped() + at + done;
            int within = blocks.areRows() ? place % blocks.length() : 0;
            length = Math.min(blocks.length() - within, count - done);
            double[] numbers = blocks.areRows() ? row(place - within) : block(place, length);
            System.arraycopy(numbers, within, into, from + done, length);
        }
    }

    // Pieces of a row are asked for one after the other.
    private double[] row(int at) {
        if (at != lastRow) {
            last = block(at, blocks.length());
            lastRow = at;
        }
        return last;
    }

    private double[] block(int at, int length) {
        double[] numbers = source.numbers(at, length);
        rounding.ifPresent(
                to -> {
                    memory.encode(to.dtype(), numbers, length, to.room(), 0);
                    memory.decode(to.dtype(), to.room(), 0, numbers, 0, length);
                });
        return numbers;
    }
}
