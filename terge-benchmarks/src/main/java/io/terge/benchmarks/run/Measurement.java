package io.terge.benchmarks.run;

import java.io.IOException;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/**
 * What one run took.
 *
 * @param seconds from start to end
 * @param withoutStart the time that the program itself says it worked, where it says so
 * @param peakAnonymous the most memory of the process, in bytes, without mapped files; empty where
 *     the operating system does not tell
 */
public record Measurement(double seconds, OptionalDouble withoutStart, OptionalLong peakAnonymous) {

    /** What is measured. */
    public interface Action {
        /** Does it. */
        void run() throws IOException;
    }

    /** Measures something that runs in this process. */
    static Measurement here(Action action) throws IOException {
        PeakMemory memory = new PeakMemory(ProcessHandle.current().pid());
        CountDownLatch done = new CountDownLatch(1);
        Thread sampler = Thread.ofPlatform().daemon().start(() -> memory.sampleUntil(done));
        long start = System.nanoTime();
        double seconds;
        try {
            action.run();
            seconds = (System.nanoTime() - start) / 1e9;
        } finally {
            done.countDown();
        }
        joinFully(sampler);
        return new Measurement(seconds, OptionalDouble.empty(), memory.peak());
    }

    private static void joinFully(Thread sampler) {
        try {
            sampler.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
