package io.terge.benchmarks.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Plain threads that share numbered pieces of work. */
public final class Workers {

    /** Does one piece. */
    public interface Piece {
        /** Does the piece of this number. */
        void run(int index) throws IOException;
    }

    private Workers() {}

    /**
     * Does all pieces, each once, the next one by whoever is free.
     *
     * @param threads how many threads
     * @param count how many pieces
     * @param worker makes what one thread works with
     */
    public static void run(int threads, int count, Supplier<Piece> worker) throws IOException {
        AtomicInteger next = new AtomicInteger();
        Callable<Boolean> loop =
                () -> {
                    Piece piece = worker.get();
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        piece.run(i);
                    }
                    return true;
                };
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(pool.submit(loop));
            }
            for (Future<Boolean> one : all) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted");
        }
    }
}
