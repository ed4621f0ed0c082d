package io.terge.cli;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;

import java.util.List;

/** What the process returns. */
enum ExitStatus {
    /** All went well. */
    DONE(0),
    /** A bug in terge, or in a plugin. */
    FAULT(1),
    /** The command line is wrong. */
    USAGE(2),
    /** The request or a model was rejected; nothing was written. */
    REJECTED(3),
    /** The operating system failed to read or write. */
    IO(4),
    /** Stopped by the user; nothing was written. */
    CANCELLED(130);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** The status of a failure: a rejection, unless it was cancelled or all of it is I/O. */
    static ExitStatus of(TergeException failure) {
        List<ErrorCode.Kind> kinds =
                failure.problems().stream().map(Problem::code).map(ErrorCode::kind).toList();
        if (kinds.contains(ErrorCode.Kind.CANCELLED)) {
            return CANCELLED;
        }
        return kinds.stream().allMatch(ErrorCode.Kind.IO::equals) ? IO : REJECTED;
    }
}
