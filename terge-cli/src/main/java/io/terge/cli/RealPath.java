package io.terge.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Paths that can be compared. */
final class RealPath {

    private RealPath() {}

    /** The place behind all symbolic links, as far as it is there. */
    static Path of(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        try {
            return whole.toRealPath();
        } catch (IOException notThere) {
            Path parent = whole.getParent();
            return parent == null ? whole : of(parent).resolve(whole.getFileName());
        }
    }
}
