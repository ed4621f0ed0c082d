package io.terge.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What tells a file from another one at the same path, and from itself after it was written to. A
 * write that keeps the size and restores the time is not noticed.
 *
 * @param key what the system identifies the file by, if it has such a thing
 * @param size the size in bytes
 * @param modified when it was last written to
 * @since 0.1
 */
public record FileIdentity(Optional<Object> key, long size, FileTime modified) {

    /** Returns the identity of a file. */
    public static FileIdentity of(BasicFileAttributes attributes) {
        return new FileIdentity(
                Optional.ofNullable(attributes.fileKey()),
                attributes.size(),
                attributes.lastModifiedTime());
    }

    /** Returns the identity of what is at a path. */
    public static FileIdentity of(Path path, LinkOption... options) throws IOException {
        return of(Files.readAttributes(path, BasicFileAttributes.class, options));
    }

    /** How another one differs from this one, to be told. */
    public String difference(FileIdentity now) {
        if (size != now.size) {
            return "expected %d bytes, got %d".formatted(size, now.size);
        }
        return key.equals(now.key)
                ? "it was written to at " + now.modified
                : "it was replaced by another file";
    }
}
