package io.terge.engine.model;

import io.terge.engine.plugin.Cancellation;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Turns failures of the operating system into problems. */
public final class IoFailures {

    private IoFailures() {}

    /**
     * The exception for a failed read.
     *
     * @param what what was read, e.g. {@code "model a.safetensors"}
     */
    public static TergeException reading(String what, IOException failure) {
        Problem problem =
                Problem.of(
                        ErrorCode.CANNOT_READ,
                        "Cannot read %s: %s".formatted(what, reason(failure)));
        return Cancellation.in(failure).orElseGet(() -> new TergeException(problem, failure));
    }

    /**
     * The exception for a failed write.
     *
     * @param what what was written, e.g. {@code "output out"}
     */
    public static TergeException writing(String what, IOException failure) {
        boolean full = reason(failure).toLowerCase(Locale.ROOT).contains("no space left");
        Problem problem =
                Problem.of(
                        full ? ErrorCode.DISK_FULL : ErrorCode.CANNOT_WRITE,
                        "Cannot write %s: %s".formatted(what, reason(failure)));
        Problem told =
                full ? problem.fix("free some room; terge plan tells how much is needed") : problem;
        return Cancellation.in(failure).orElseGet(() -> new TergeException(told, failure));
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "permission denied: " + denied.getFile();
            case NoSuchFileException missing -> "no such file or directory: " + missing.getFile();
            case NotDirectoryException file -> "not a directory: " + file.getFile();
            case FileAlreadyExistsException file -> "already there: " + file.getFile();
            case FileSystemException other when other.getReason() != null ->
                    other.getReason() + ": " + other.getFile();
            // Its message is the bare name of the file.
            case FileSystemException other ->
                    other.getClass().getSimpleName() + ": " + other.getFile();
            default -> failure.getMessage() != null ? failure.getMessage() : failure.toString();
        };
    }
}
