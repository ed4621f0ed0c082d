package io.terge.examples.fuzz.mutation;

import java.util.List;
import java.util.random.RandomGenerator;

/** Chooses at random. */
final class Pick {

    private Pick() {}

    static <T> T of(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }

    /** A number of at most a limit, and mostly a small one. */
    static int small(int limit, RandomGenerator random) {
        return random.nextInt(1 + random.nextInt(1 + random.nextInt(limit + 1)));
    }

    /** A number of repetitions: mostly a few, rarely as many as exhaust a stack. */
    static int repetitions(RandomGenerator random) {
        return random.nextInt(20) == 0 ? 2_000 + random.nextInt(20_000) : 1 + random.nextInt(4);
    }
}
