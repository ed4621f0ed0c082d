package io.terge.examples.crash;

import io.terge.api.Merger;
import io.terge.engine.Terge;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that replaces an output again and again, until it is killed. */
final class Victim implements AutoCloseable {

    private static final int MOST_MERGES = 20_000;
    private static final String READY = "ready";

    private final Process process;
    private final BufferedReader output;

    private Victim(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** The process itself; with a third argument it ends, and leaves an archive of its classes. */
    public static void main(String[] arguments) {
        OutputKind kind = OutputKind.valueOf(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Merger merger = Terge.create();
        kind.merge(merger, folder, true);
        System.out.println(READY);
        int merges = arguments.length == 2 ? MOST_MERGES : 0;
        for (int merge = 0; merge < merges; merge++) {
            kind.merge(merger, folder, merge % 2 == 1);
        }
    }

    /**
     * Starts a process.
     *
     * @param archive the archive of its classes
     * @param exchanging whether it may exchange directories in one step, where the system can
     */
    static Victim start(Path archive, OutputKind kind, Path folder, boolean exchanging)
            throws IOException {
        return start(archive, exchanging, List.of(kind.name(), folder.toString()));
    }

    /** Makes the archive of classes, with which the others start in half the time. */
    static void archive(Path archive, Path folder) throws IOException, InterruptedException {
        OutputKind.FILE.makeModels(folder);
        try (Victim first =
                start(archive, true, List.of(OutputKind.FILE.name(), folder.toString(), "end"))) {
            first.output.readAllAsString();
            first.process.waitFor();
        }
    }

    private static Victim start(Path archive, boolean exchanging, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
        command.addAll(
                List.of(
                        "-Xlog:disable",
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + archive));
        if (exchanging) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Victim.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        return new Victim(builder.redirectErrorStream(true).start());
    }

    /** Kills it a while after it has begun. */
    void killAfter(long millis) throws IOException, InterruptedException {
        StringBuilder said = new StringBuilder();
        String line = output.readLine();
        while (line != null && !line.equals(READY)) {
            said.append(line).append('\n');
            line = output.readLine();
        }
        if (line == null || process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("It has ended: " + said + output.readAllAsString());
        }
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }
}
