package io.terge.engine.execute.statistic;

import io.terge.engine.operand.BlockBuffers;
import io.terge.engine.schedule.BlockScheduler;
import io.terge.engine.schedule.WorkerMemory;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Gathers statistics of one parameter or several. Runs and blocks have fixed sizes, and runs are
 * joined in a fixed order, so that a statistic has the same bits whatever the settings.
 *
 * @param worker shares the work
 */
public record Reductions(BlockScheduler.Worker worker) {

    /** A statistic; see {@link io.terge.spi.method.Reduction}. */
    public interface Gathering<A> {

        A start();

        /** Adds a block of the parameter at a place of the list. */
        A add(A soFar, int parameter, BlockBuffers block, WorkerMemory memory);

        A join(A left, A right);

        /** Whether one for each thread will do, as any order gives the same. */
        boolean isExact();
    }

    /** Gathers a statistic of parameters, in their order. */
    public <A> A gather(List<RunCut> parameters, Gathering<A> gathering) {
        long[] ends = new long[parameters.size()];
        long runs = 0;
        for (int p = 0; p < ends.length; p++) {
            runs += parameters.get(p).runs();
            ends[p] = runs;
        }
        Runs<A> gathered =
                gathering.isExact() ? new OfThreads<>(gathering) : new Ordered<>(runs, gathering);
        worker.forEachChunk(
                runs,
                1,
                (chunk, memory) -> {
                    int p = firstBeyond(chunk.start(), ends);
                    RunCut cut = parameters.get(p);
                    long run = chunk.start() - (ends[p] - cut.runs());
                    A before = gathered.before();
                    gathered.add(chunk.start(), cut.gather(run, p, before, gathering, memory));
                });
        return gathered.all().orElseGet(gathering::start);
    }

    private static int firstBeyond(long run, long[] ends) {
        int low = 0;
        int high = ends.length - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (ends[middle] > run) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** What has been gathered of runs. */
    private interface Runs<A> {

        /** What the next run on this thread starts with. */
        A before();

        void add(long run, A gathered);

        Optional<A> all();
    }

    /** Each run by itself, joined in the order of the runs. */
    private static final class Ordered<A> implements Runs<A> {

        private final Gathering<A> gathering;
        private final ReductionTree<A> tree;

        Ordered(long runs, Gathering<A> gathering) {
            this.gathering = gathering;
            this.tree = new ReductionTree<>(runs, gathering::join);
        }

        @Override
        public A before() {
            return gathering.start();
        }

        @Override
        public void add(long run, A gathered) {
            tree.add(run, gathered);
        }

        @Override
        public Optional<A> all() {
            return tree.root();
        }
    }

    /** One for each thread. */
    private static final class OfThreads<A> implements Runs<A> {

        private final Gathering<A> gathering;
        private final ConcurrentMap<Thread, A> byThread = new ConcurrentHashMap<>();

        OfThreads(Gathering<A> gathering) {
            this.gathering = gathering;
        }

        @Override
        public A before() {
            A soFar = byThread.get(Thread.currentThread());
            return soFar == null ? gathering.start() : soFar;
        }

        @Override
        public void add(long run, A gathered) {
            byThread.put(Thread.currentThread(), gathered);
        }

        @Override
        public Optional<A> all() {
            return byThread.values().stream().reduce(gathering::join);
        }
    }
}
