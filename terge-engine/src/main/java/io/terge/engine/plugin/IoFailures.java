package io.terge.engine.plugin;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Turns failures of the operating system into problems. */
final class IoFailures {

    private IoFailures() {}

    static TergeException reading(String what, IOException failure) {
        Problem problem =
                Problem.of(
                        TergeCode.CANNOT_READ,
                        "Cannot read %s: %s".formatted(what, reason(failure)));
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
        boolean full = reason(failure).toLowerCase(Locale.ROOT).contains("no space left");
        Problem problem =
                Problem.of(
                        full ? TergeCode.DISK_FULL : TergeCode.CANNOT_WRITE,
                        "Cannot write %s: %s".formatted(what, reason(failure)));
        Problem told =
                full
                        ? problem.fix("free disk space; `terge plan` shows how much is needed")
                        : problem;
        return Cancellation.in(failure).orElseGet(() -> new TergeException(told, failure));
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "permission denied: " + denied.getFile();
            case NoSuchFileException missing -> "no such file or directory: " + missing.getFile();
            case NotDirectoryException file -> "not a directory: " + file.getFile();
            case FileAlreadyExistsException file -> "already exists: " + file.getFile();
            case FileSystemException other when other.getReason() != null ->
                    other.getReason() + ": " + other.getFile();
            // Its message is the bare name of the file.
            case FileSystemException other ->
                    other.getClass().getSimpleName() + ": " + other.getFile();
            default -> failure.getMessage() != null ? failure.getMessage() : failure.toString();
        };
    }
}
