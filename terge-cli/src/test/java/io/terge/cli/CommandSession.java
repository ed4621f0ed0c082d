package io.terge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Several commands, one after the other, in one other process that has its own working folder, so
 * that they may name files as a document does.
 */
final class CommandSession {

    /** A word, bare or in single quotes, as in a shell. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private static final String COMMANDS = "commands.txt";
    private static final String RESULT = "result-%d.txt";

    private CommandSession() {}

    /**
     * What one command did.
     *
     * @param command its words
     * @param status the exit status
     * @param printed both streams
     */
    record Result(String command, int status, String printed) {}

    /** The other process. */
    public static void main(String[] arguments) throws IOException {
        int number = 0;
        for (String command : Files.readAllLines(Path.of(COMMANDS))) {
            CliRun run = CliRun.of(words(command).toArray());
            Files.writeString(
                    Path.of(RESULT.formatted(number)), run.status() + "\n" + run.out() + run.err());
            number++;
        }
    }

    /** Runs commands in a folder. */
    static List<Result> run(Path folder, List<String> commands)
            throws IOException, InterruptedException {
        Files.write(folder.resolve(COMMANDS), commands);
        Path log = folder.resolve("log.txt");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Djava.io.tmpdir=.",
                                "-cp",
                                ClassPath.OF_TESTS,
                                CommandSession.class.getName())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(log));
        }
        List<Result> results = new ArrayList<>();
        for (String command : commands) {
            Path file = folder.resolve(RESULT.formatted(results.size()));
            List<String> lines = Files.readAllLines(file);
            results.add(
                    new Result(
                            command,
                            Integer.parseInt(lines.getFirst()),
                            lines.stream()
                                    .skip(1)
                                    .map(line -> line + "\n")
                                    .collect(Collectors.joining())));
        }
        return results;
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
    }
}
