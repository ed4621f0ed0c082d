package io.terge.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Paths that can be compared. */
final class RealPath {

    private RealPath() {}

    /** The path with all symbolic links resolved, as far as it exists. */
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
