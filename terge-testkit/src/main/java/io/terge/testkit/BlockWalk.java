package io.terge.testkit;

import io.terge.spi.method.Block;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Works on all blocks in some order. */
record BlockWalk(BlockOrder order) {

    private static final int THREADS = 4;

    void walk(List<Block> blocks, Consumer<Block> work) {
        switch (order) {
            case FORWARD -> blocks.forEach(work);
            case BACKWARD -> blocks.reversed().forEach(work);
            case INTERLEAVED -> new Interleaving(blocks, work).run();
            case CONCURRENT ->
                    concurrently(
                            blocks.stream()
                                    .<Runnable>map(block -> () -> work.accept(block))
                                    .toList());
        }
    }

    /** Runs all tasks on several threads and throws what one of them threw. */
    static void concurrently(List<Runnable> tasks) {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable task : tasks) {
                running.add(threads.submit(task));
            }
            for (Future<?> future : running) {
                future.get();
            }
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failure);
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupt);
        }
    }

    /** Starts a block in the midst of another: what a block keeps in shared places is spoilt. */
    private static final class Interleaving {

        private final Deque<Block> waiting;
        private final Consumer<Block> work;
        private int started;

        Interleaving(List<Block> blocks, Consumer<Block> work) {
            this.waiting = new ArrayDeque<>(blocks);
            this.work = work;
        }

        void run() {
            while (!waiting.isEmpty()) {
                startNext();
            }
        }

        void startNext() {
            Block next = waiting.poll();
            if (next != null) {
                // Not always at the first touch: then no block would be beyond its beginning.
                work.accept(new WakingBlock(next, started++ % 5 + 1, this::startNext));
            }
        }
    }

    /** Does something else the n-th time that it is looked at. */
    private static final class WakingBlock implements Block {

        private final Block block;
        private final int wakeAt;
        private final Runnable other;
        private int touches;

        WakingBlock(Block block, int wakeAt, Runnable other) {
            this.block = block;
            this.wakeAt = wakeAt;
            this.other = other;
        }

        private Block touched() {
            if (++touches == wakeAt) {
                other.run();
            }
            return block;
        }

        @Override
        public long start() {
            return touched().start();
        }

        @Override
        public int length() {
            return touched().length();
        }

        @Override
        public double[] input(int index) {
            return touched().input(index);
        }

        @Override
        public double[] base() {
            return touched().base();
        }

        @Override
        public double[] output() {
            return touched().output();
        }
    }
}
