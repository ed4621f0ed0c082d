package io.terge.error;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that is wrong: what, where, and how to mend it.
 *
 * @param code what kind of thing it is
 * @param message one sentence that names the subject
 * @param notes further lines, such as what in the request asked for it, what there is instead, and
 *     {@code fix: ...}
 * @since 0.1
 */
public record Problem(ErrorCode code, String message, List<String> notes) implements Serializable {

    /** Copies the notes. */
    public Problem {
        requireNonNull(code, "code");
        requireNonNull(message, "message");
        notes = List.copyOf(notes);
    }

    /** Returns a problem without notes. */
    public static Problem of(ErrorCode code, String message) {
        return new Problem(code, message, List.of());
    }

    /** This problem with one more line. */
    public Problem note(String line) {
        return new Problem(code, message, Stream.concat(notes.stream(), Stream.of(line)).toList());
    }

    /** This problem with a line that says how to mend it. */
    public Problem fix(String line) {
        return note("fix: " + line);
    }

    /** Code and message in one line, then the notes, each indented on a line of its own. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[" + code + "] " + message);
        for (String note : notes) {
            text.append("\n   ").append(note);
        }
        return text.toString();
    }
}
