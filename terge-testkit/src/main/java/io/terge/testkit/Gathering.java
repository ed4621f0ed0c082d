package io.terge.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/**
 * Gathers a statistic as engines may. Where order counts, in runs of a few blocks that are joined
 * two by two: always the same. Where a reduction says that it is exact, in an order of some seed,
 * which a reduction that is not betrays by another result for another seed.
 *
 * @param <A> what is gathered
 * @param <B> what it is gathered from
 */
record Gathering<A, B>(Supplier<A> start, BiFunction<A, B, A> add, BinaryOperator<A> join) {

    /** The most elements in a block of a statistic. */
    static final int LONGEST_BLOCK = 5;

    private static final int BLOCKS_IN_RUN = 3;
    private static final int ACCUMULATORS = 3;

    A inRuns(List<B> blocks) {
        List<A> runs = new ArrayList<>();
        for (int from = 0; from < blocks.size(); from += BLOCKS_IN_RUN) {
            A run = start.get();
            for (B block : blocks.subList(from, Math.min(from + BLOCKS_IN_RUN, blocks.size()))) {
                run = add.apply(run, block);
            }
            runs.add(run);
        }
        return joined(runs);
    }

    A inAnyOrder(List<B> blocks, long seed) {
        Random random = new Random(seed);
        List<B> scrambled = new ArrayList<>(blocks);
        Collections.shuffle(scrambled, random);
        List<A> accumulators = new ArrayList<>();
        for (int i = 0; i < ACCUMULATORS; i++) {
            accumulators.add(start.get());
        }
        for (B block : scrambled) {
            int one = random.nextInt(ACCUMULATORS);
            accumulators.set(one, add.apply(accumulators.get(one), block));
        }
        Collections.shuffle(accumulators, random);
        return joined(accumulators);
    }

    /** Neighbours are joined two by two until one is left. */
    private A joined(List<A> runs) {
        List<A> left = runs.isEmpty() ? List.of(start.get()) : runs;
        while (left.size() > 1) {
            List<A> pairs = new ArrayList<>();
            for (int i = 0; i + 1 < left.size(); i += 2) {
                pairs.add(join.apply(left.get(i), left.get(i + 1)));
            }
            if (left.size() % 2 == 1) {
                pairs.add(left.getLast());
            }
            left = pairs;
        }
        return left.getFirst();
    }
}
