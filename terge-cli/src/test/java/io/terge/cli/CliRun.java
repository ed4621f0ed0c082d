package io.terge.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What one command returned and printed.
 *
 * @param status the exit status
 * @param out the standard output
 * @param err the standard error
 */
record CliRun(int status, String out, String err) {

    // Where a plugin comes from: a jar with a version, or a folder when only tests are run.
    private static final Pattern JAR = Pattern.compile("(terge-[a-z-]+)-\\d\\S*?\\.jar");
    private static final Pattern IN_REACTOR =
            Pattern.compile("[^\\s(]*/(terge-[a-z-]+)/target/classes");

    /** Runs a command in this JVM. */
    static CliRun of(Object... words) {
        return run(false, words);
    }

    /** Runs a command as if a person watched. */
    static CliRun interactive(Object... words) {
        return run(true, words);
    }

    private static CliRun run(boolean interactive, Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(out, new PrintWriter(err), () -> interactive);
        int status =
                new Cli(terminal)
                        .run(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
        return new CliRun(status, normal(out.toString()), normal(err.toString()));
    }

    /** Both streams and the status as one text, with what differs between two runs replaced. */
    String transcript(Path folder) {
        String text = out + err + "exit " + status + "\n";
        String everywhere = text.replace(folder.toString(), "<dir>");
        return IN_REACTOR
                .matcher(JAR.matcher(everywhere).replaceAll("$1.jar"))
                .replaceAll("$1.jar");
    }

    private static String normal(String text) {
        return text.replace(System.lineSeparator(), "\n");
    }
}
