package io.terge.engine.execute;

import java.util.function.BinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Gathers statistics of whole tensors. Runs and blocks have fixed sizes, so that a statistic has
 * the same bits whatever the settings.
 *
 * @param worker shares the work
 * @param tensors what is looked at
 * @param elements how many elements each tensor has
 * @param loadElements how many elements are loaded at once: a whole number of blocks
 * @param read told how many elements of each tensor have been read
 */
record Statistics(
        BlockScheduler.Worker worker,
        ParameterTensors tensors,
        long elements,
        int loadElements,
        LongConsumer read) {

    private static final int BLOCK = WorkCut.STATISTIC_BLOCK;
    private static final int RUN = 64 * BLOCK;

    /** Adds a block to what was gathered from those before it. */
    @FunctionalInterface
    interface Gathering<A> {
        A add(A soFar, BlockBuffers block, Scratch scratch);
    }

    /**
     * Gathers a statistic; see {@link io.terge.spi.Reduction}.
     *
     * @param start gives what a run starts with
     * @param add adds the next block of a run
     * @param join joins a run and the one behind it
     */
    <A> A gather(Supplier<A> start, Gathering<A> add, BinaryOperator<A> join) {
        long runs = (elements + RUN - 1) / RUN;
        ReductionTree<A> tree = new ReductionTree<>(runs, join);
        worker.forEachChunk(
                elements,
                RUN,
                (run, scratch) -> tree.add(run.start() / RUN, run(run, scratch, start.get(), add)));
        return tree.root().orElseGet(start);
    }

    private <A> A run(Chunk run, Scratch scratch, A start, Gathering<A> add) {
        A soFar = start;
        for (int from = 0; from < run.length(); from += loadElements) {
            int count = Math.min(loadElements, run.length() - from);
            long first = run.start() + from;
            LoadedChunk chunk = LoadedChunk.of(tensors, first, count, scratch);
            BlockBuffers block = BlockBuffers.seen(chunk, first, BLOCK);
            for (int at = 0; at < count; at += BLOCK) {
                block.read(at, Math.min(BLOCK, count - at));
                soFar = add.add(soFar, block, scratch);
            }
        }
        read.accept(run.length());
        return soFar;
    }
}
