package io.terge.engine.plugin;

import io.terge.error.FailureReason;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import java.io.IOException;

/** Turns failures of the operating system into problems. */
final class IoFailures {

    private IoFailures() {}

    static TergeException reading(String what, IOException failure) {
        Problem problem =
                Problem.of(
                        TergeCode.CANNOT_READ,
                        "Cannot read %s: %s".formatted(what, FailureReason.withFile(failure)));
        return Cancellation.in(failure).orElseGet(() -> new TergeException(problem, failure));
    }

    /** The exception for what the Java runtime throws where a mapped page is missing. */
    static TergeException vanished(String what, InternalError fault) {
        return new TergeException(
                Problem.of(
                                TergeCode.CANNOT_READ,
                                "Cannot read %s: its file was truncated or the disk failed"
                                        .formatted(what))
                        .fix("do not modify the models during a merge"),
                fault);
    }

    static TergeException writing(String what, IOException failure) {
        TergeCode code = FailureReason.codeOfWriting(failure);
        Problem problem =
                Problem.of(
                        code,
                        "Cannot write %s: %s".formatted(what, FailureReason.withFile(failure)));
        Problem told =
                code == TergeCode.DISK_FULL
                        ? problem.fix("free disk space; `terge plan` shows how much is needed")
                        : problem;
        return Cancellation.in(failure).orElseGet(() -> new TergeException(told, failure));
    }
}
