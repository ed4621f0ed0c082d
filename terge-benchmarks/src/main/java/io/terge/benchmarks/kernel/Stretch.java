package io.terge.benchmarks.kernel;

/** How much one invocation of a benchmark works on. */
final class Stretch {

    /** Elements of each model: too many for three models and an output to fit most caches. */
    static final int ELEMENTS = 1 << 23;

    /** Elements that are compared with the results of plain code before anything is measured. */
    static final int CHECKED = 1 << 19;

    /** Elements that are worked on at a time: few enough to stay in a cache. */
    static final int BLOCK = 2048;

    static final int MODELS = 3;

    private Stretch() {}
}
