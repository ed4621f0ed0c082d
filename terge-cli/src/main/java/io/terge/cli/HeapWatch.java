package io.terge.cli;

/**
 * Keeps the heap small where models have very many parameters. The serial collector grows the heap
 * up to its limit before it looks at what lives for more than a moment, and planning a hundred
 * thousand parameters leaves far more than it keeps.
 *
 * <p>Watches planning, and merges of that many parameters; not others, in which most of the heap
 * may be tensors.
 */
final class HeapWatch implements AutoCloseable {

    /** Fewer parameters take less memory than the JVM itself. */
    static final int MANY = 10_000;

    private static final long MILLISECONDS = 50;

    /** How much of the heap may be garbage, beside what is in use: looking for it takes long. */
    private static final int SHARE = 4;

    private final Runtime runtime = Runtime.getRuntime();
    private final Thread watcher;
    private volatile boolean over;

    private HeapWatch() {
        watcher = Thread.ofPlatform().daemon().name("terge-heap").unstarted(this::watch);
    }

    /** Starts to watch. */
    static HeapWatch start() {
        HeapWatch watch = new HeapWatch();
        watch.watcher.start();
        return watch;
    }

    private void watch() {
        long spare = runtime.maxMemory() / SHARE;
        long limit = 3 * spare;
        while (!over) {
            if (used() > limit) {
                System.gc();
                limit = used() + spare;
            }
            try {
                Thread.sleep(MILLISECONDS);
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    private long used() {
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Stops watching. */
    @Override
    public void close() {
        over = true;
        watcher.interrupt();
    }
}
