package io.terge.benchmarks.run;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * A process that has run to its end.
 *
 * @param status how it ended; 0 is well
 * @param seconds from its start to its end
 * @param memory its memory
 * @param output what it printed
 */
record ChildProcess(int status, double seconds, PeakMemory memory, String output) {

    /** Runs a process, and waits for it. */
    static ChildProcess run(List<String> command) throws IOException {
        Path printed = Files.createTempFile("terge-benchmark", ".txt");
        try {
            long start = System.nanoTime();
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(printed.toFile())
                            .start();
            PeakMemory memory = new PeakMemory(process.pid());
            waitFor(process, memory);
            double seconds = (System.nanoTime() - start) / 1e9;
            String output = Files.readString(printed);
            return new ChildProcess(process.exitValue(), seconds, memory, output);
        } finally {
            Files.delete(printed);
        }
    }

    private static void waitFor(Process process, PeakMemory memory) throws IOException {
        try {
            do {
                memory.sample();
            } while (!process.waitFor(
                    PeakMemory.MILLISECONDS_BETWEEN_SAMPLES, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted");
        }
    }

    /** Its measurement. */
    Measurement measurement() throws IOException {
        return measurement(OptionalDouble.empty());
    }

    Measurement measurement(OptionalDouble withoutStart) throws IOException {
        requireSuccess();
        return new Measurement(seconds, withoutStart, memory.peak());
    }

    void requireSuccess() throws IOException {
        if (status != 0) {
            throw new IOException("A process failed with status " + status + ":\n" + output);
        }
    }
}
