package io.terge.examples.fuzz;

import com.sun.management.ThreadMXBean;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * One mutant: made from its number, opened, and judged.
 *
 * @param format its format
 * @param number determines it
 * @param folder an absent or old folder for its files
 */
record Attempt(Format format, long number, Path folder) {

    // Files have a few hundred KB at most; memory depends on that, not on what they claim.
    private static final long MOST_ALLOCATED = 64 << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Returns whether the mutant is accepted; throws what is neither that nor a rejection. */
    boolean isAccepted() throws IOException {
        RandomGenerator random =
                new SplittableRandom(number * 1_000_003 + format.name().hashCode());
        SeedModel seed = format.seeds().get(random.nextInt(format.seeds().size()));
        SeedModel mutant = seed.mutant(random);
        write(mutant);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        boolean accepted = opens(mutant, random);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        if (allocated > MOST_ALLOCATED) {
            throw new IllegalStateException("%,d bytes were allocated".formatted(allocated));
        }
        return accepted;
    }

    private boolean opens(SeedModel mutant, RandomGenerator random) {
        try {
            format.opener().open(folder, mutant.location(), random);
            return true;
        } catch (TergeException rejected) {
            for (Problem problem : rejected.problems()) {
                // The engine puts the names of plugins on exceptions that are faults of plugins.
                if (problem.code() == TergeCode.PLUGIN_FAILED) {
                    throw rejected;
                }
            }
            requirePrintable(rejected);
            return false;
        } catch (IOException unreadable) {
            return false;
        }
    }

    // Names in files must not write to terminals.
    private static void requirePrintable(TergeException rejected) {
        String message = String.valueOf(rejected.getMessage());
        if (message.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            throw new IllegalStateException("The message has control characters", rejected);
        }
    }

    private void write(SeedModel mutant) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        for (Map.Entry<String, byte[]> file : mutant.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling(""));
            Files.write(path, file.getValue());
        }
        Files.createDirectories(folder);
    }
}
