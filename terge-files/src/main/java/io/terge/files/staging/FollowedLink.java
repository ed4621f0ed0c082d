package io.terge.files.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a symbolic link to a model directory leads. The directory is what is replaced, locked and
 * kept as a backup, so that all its names mean the new model, and the link stays.
 */
final class FollowedLink {

    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private FollowedLink() {}

    /**
     * Returns the real path of a directory that a link leads to, also if a run has set it aside. A
     * path that is no such link is returned as it is.
     */
    static Path directory(Path path) {
        Path end = end(path);
        return end.equals(path) || Files.isDirectory(end) || InterruptedReplacement.isAt(end)
                ? end
                : path;
    }

    /** Returns where a link leads, even if nothing is there. */
    static Path end(Path path) {
        if (!Files.isSymbolicLink(path)) {
            return path;
        }
        try {
            return Files.exists(path) ? path.toRealPath() : missing(path);
        } catch (IOException unreadable) {
            return path; // Whoever uses it is told.
        }
    }

    private static Path missing(Path link) throws IOException {
        Path end = link;
        for (int links = 0; links < MOST_LINKS && Files.isSymbolicLink(end); links++) {
            end = end.resolveSibling(Files.readSymbolicLink(end));
        }
        Path parent = end.getParent();
        return Files.isSymbolicLink(end) || parent == null || !Files.isDirectory(parent)
                ? link
                : parent.toRealPath().resolve(end.getFileName());
    }
}
