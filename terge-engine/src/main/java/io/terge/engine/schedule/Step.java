package io.terge.engine.schedule;

/** One parameter's work. */
@FunctionalInterface
public interface Step {

    /** Does the work, on this worker's thread and those that help it. */
    void run(BlockScheduler.Worker worker);

    /** How many bytes it holds from its beginning to its end, beside the memory of a worker. */
    default long held() {
        return 0;
    }
}
