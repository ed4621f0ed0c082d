package io.terge.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command in a process of its own, for what only a process has: signals, limits, a status. */
final class Child implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final BufferedReader out;

    private Child(Process process) {
        this.process = process;
        this.out = process.inputReader();
    }

    /** Starts the command. */
    static Child start(Path workingFolder, Object... words) throws IOException {
        return start(workingFolder, List.of(), words);
    }

    /**
     * Starts the command by way of another.
     *
     * @param wrapper the words before that of the JVM
     */
    static Child start(Path workingFolder, List<String> wrapper, Object... words)
            throws IOException {
        return start(workingFolder, wrapper, List.of(), words);
    }

    /** Starts the command in a JVM with such options. */
    static Child startWith(Path workingFolder, List<String> jvm, Object... words)
            throws IOException {
        return start(workingFolder, List.of(), jvm, words);
    }

    private static Child start(
            Path workingFolder, List<String> wrapper, List<String> jvm, Object... words)
            throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "--enable-native-access=ALL-UNNAMED"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", ClassPath.OF_TESTS, Main.class.getName()));
        Arrays.stream(words).map(Object::toString).forEach(command::add);
        return new Child(
                new ProcessBuilder(command)
                        .directory(workingFolder.toFile())
                        .redirectErrorStream(true)
                        .start());
    }

    /** Waits until the command has printed this line. */
    void awaitLine(String expected) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(expected)) {
                return;
            }
            seen.append(line).append('\n');
        }
        throw new IOException("The command ended without '" + expected + "':\n" + seen);
    }

    /** Sends a signal, such as {@code INT}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }

    /** The rest of what the command prints. */
    String rest() throws IOException {
        return String.join("\n", out.readAllAsString().lines().toList());
    }

    /** Waits for the command's end and returns its status. */
    int status() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The command does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
