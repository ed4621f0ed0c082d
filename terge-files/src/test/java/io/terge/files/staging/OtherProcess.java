package io.terge.files.staging;

import io.terge.files.tiny.Models;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Another Java process, for what only shows between two of them: locks, and being killed. */
final class OtherProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private OtherProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /**
     * The process itself: says on a line what it did; {@code stage} and {@code replace} then wait
     * to be killed.
     */
    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "stage" -> stage(path, false);
            case "replace" -> stage(path, true);
            case "probe" -> System.out.println(probe(path));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void stage(Path target, boolean overwrite) throws IOException {
        ModelBlueprint blueprint =
                ModelBlueprint.of(List.of(ParameterSpec.of("w", DType.U8, Shape.of(4))))
                        .withOverwriting(overwrite);
        var sink = Models.create(target, blueprint);
        System.out.println("staged");
        if (System.in.read() < 0) {
            sink.close(); // Not killed: the one that waits for it has gone.
        }
    }

    private static String probe(Path lock) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null ? "locked" : "free";
        }
    }

    /** Starts a process. */
    static OtherProcess start(String task, Path path) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder =
                new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        task,
                        path.toString());
        return new OtherProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Runs a process to its end and returns its line. */
    static String run(String task, Path path) throws IOException {
        try (OtherProcess other = start(task, path)) {
            return other.line();
        }
    }

    /** The next line that it printed. */
    String line() throws IOException {
        String line = output.readLine();
        return line == null ? "(nothing)" : line;
    }

    /** Kills it, without leave to clean up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }
}
