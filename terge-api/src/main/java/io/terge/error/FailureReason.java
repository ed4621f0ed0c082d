package io.terge.error;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/**
 * The reason for a failed read or write in words, for messages. The message of the JDK is often a
 * bare path.
 *
 * @since 0.1
 */
public final class FailureReason {

    private FailureReason() {}

    /** Returns the reason without the file, e.g. {@code "permission denied"}. */
    public static String of(IOException failure) {
        return switch (failure) {
            case NoSuchFileException e -> "no such file or directory";
            case AccessDeniedException e -> "permission denied";
            case NotDirectoryException e -> "not a directory";
            case FileAlreadyExistsException e -> "already exists";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            case FileSystemException e -> e.getClass().getSimpleName();
            default -> other(failure);
        };
    }

    /**
     * Returns the reason, and the file if the failure has one, e.g. {@code "permission denied:
     * /models/a.safetensors"}.
     */
    public static String withFile(IOException failure) {
        return failure instanceof FileSystemException ofFile && ofFile.getFile() != null
                ? of(failure) + ": " + ofFile.getFile()
                : of(failure);
    }

    /** The code of a failed write: {@link TergeCode#DISK_FULL} if that is why it failed. */
    public static TergeCode codeOfWriting(IOException failure) {
        // The JDK has no type for this, only the message of the operating system.
        String reason = of(failure).toLowerCase(Locale.ROOT);
        return reason.contains("no space left") || reason.contains("disk quota exceeded")
                ? TergeCode.DISK_FULL
                : TergeCode.CANNOT_WRITE;
    }

    /** The name of a subtype is informative, that of {@code IOException} is not. */
    private static String other(IOException failure) {
        String type = failure.getClass().getSimpleName();
        if (failure.getMessage() == null) {
            return type;
        }
        return failure.getClass() == IOException.class
                ? failure.getMessage()
                : type + ": " + failure.getMessage();
    }
}
