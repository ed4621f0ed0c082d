package io.terge.engine.execute.statistic;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BinaryOperator;

/**
 * Joins what was gathered from runs, neighbours two by two, as soon as both are there: the order of
 * the joins depends on their number alone, and few of them wait at any time.
 */
final class ReductionTree<A> {

    private record Place(int level, long index) {}

    private final long runs;
    private final BinaryOperator<A> join;
    private final ConcurrentMap<Place, A> waiting = new ConcurrentHashMap<>();
    private volatile Optional<A> root = Optional.empty();

    /**
     * Makes an empty tree.
     *
     * @param runs how many there will be
     * @param join joins a run and the one behind it
     */
    ReductionTree(long runs, BinaryOperator<A> join) {
        this.runs = runs;
        this.join = join;
    }

    /** Adds a run, and joins it as far as its neighbours are there. */
    void add(long run, A gathered) {
        A value = gathered;
        long index = run;
        long count = runs;
        for (int level = 0; count > 1; level++) {
            boolean isLeft = index % 2 == 0;
            index /= 2;
            boolean isAlone = isLeft && 2 * index == count - 1;
            count = (count + 1) / 2;
            if (isAlone) {
                continue;
            }
            Place parent = new Place(level, index);
            A other = waiting.putIfAbsent(parent, value);
            if (other == null) {
                return; // The neighbour will find it.
            }
            waiting.remove(parent);
            value = isLeft ? join.apply(value, other) : join.apply(other, value);
        }
        root = Optional.of(value);
    }

    /** What all runs together are; nothing if there are none. */
    Optional<A> root() {
        return root;
    }
}
