package io.terge.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why the operating system failed, in words: the JDK's message is often a bare path. */
final class OsFailure {

    private OsFailure() {}

    static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException e -> "no such file or directory";
            case AccessDeniedException e -> "permission denied";
            case NotDirectoryException e -> "not a directory";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            case IOException e when isPlain(e) -> String.valueOf(e.getMessage());
            default -> failure.toString();
        };
    }

    /** The name of a subtype is informative, that of {@code IOException} is not. */
    private static boolean isPlain(IOException failure) {
        return failure.getClass() == IOException.class && failure.getMessage() != null;
    }
}
