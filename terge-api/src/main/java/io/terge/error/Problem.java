package io.terge.error;

import static java.util.Objects.requireNonNull;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A single problem: what is wrong and where, what in the request caused it, and how to fix it.
 * Immutable: the methods that add to a problem return a new one.
 *
 * @since 0.1
 */
public final class Problem implements Serializable {

    @Serial private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final String message;
    // A text that may be empty, and arrays: they are part of the serial form.
    private final String cause;
    private final String[] notes;
    private final String[] fixes;

    private Problem(ErrorCode code, String message, String cause, String[] notes, String[] fixes) {
        this.code = requireNonNull(code, "code");
        this.message = requireNonNull(message, "message");
        this.cause = requireNonNull(cause, "cause");
        this.notes = notes;
        this.fixes = fixes;
    }

    /**
     * Returns a problem.
     *
     * @param code the kind of problem
     * @param message one sentence that names the subject
     */
    public static Problem of(ErrorCode code, String message) {
        return new Problem(code, message, "", new String[0], new String[0]);
    }

    /** The kind of problem. */
    public ErrorCode code() {
        return code;
    }

    /** One sentence that names the subject. */
    public String message() {
        return message;
    }

    /**
     * The part of the request that caused it, e.g. {@code weights rule 1: "glob:**.bias" -> [1,
     * -1]}.
     */
    public Optional<String> cause() {
        return cause.isEmpty() ? Optional.empty() : Optional.of(cause);
    }

    /** Further facts, one line each, such as the valid alternatives. */
    public List<String> notes() {
        return List.of(notes);
    }

    /** Ways to fix it, one line each; any one of them is enough. */
    public List<String> fixes() {
        return List.of(fixes);
    }

    /** Returns this problem with the part of the request that caused it. */
    public Problem causedBy(String rule) {
        return new Problem(code, message, rule, notes, fixes);
    }

    /** Returns this problem with one more fact. */
    public Problem note(String line) {
        return new Problem(code, message, cause, and(notes, line), fixes);
    }

    /** Returns this problem with one more way to fix it. */
    public Problem fix(String line) {
        return new Problem(code, message, cause, notes, and(fixes, line));
    }

    private static String[] and(String[] lines, String line) {
        return Stream.concat(Stream.of(lines), Stream.of(line)).toArray(String[]::new);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        cause().ifPresent(rule -> lines.add("caused by: " + rule));
        lines.addAll(notes());
        fixes().forEach(fix -> lines.add("fix: " + fix));
        return lines;
    }

    /** Compares codes by name and kind, whatever their class, and all texts. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Problem that
                && code.name().equals(that.code.name())
                && code.kind() == that.code.kind()
                && message.equals(that.message)
                && cause.equals(that.cause)
                && Arrays.equals(notes, that.notes)
                && Arrays.equals(fixes, that.fixes);
    }

    @Override
    public int hashCode() {
        return message.hashCode();
    }

    /** Code and message in one line, then cause, notes and fixes, each indented on its own line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[" + code.name() + "] " + message);
        lines().forEach(line -> text.append("\n   ").append(line));
        return text.toString();
    }
}
