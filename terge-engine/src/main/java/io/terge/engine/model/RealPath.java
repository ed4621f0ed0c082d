package io.terge.engine.model;

import io.terge.model.ModelReference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a model really is, once links are followed. */
public final class RealPath {

    private RealPath() {}

    /** Returns the path, or nothing where nothing is there or it cannot be looked at. */
    public static Optional<Path> of(ModelReference reference) {
        return reference.path().flatMap(RealPath::of);
    }

    /** Returns where a path really is, or nothing where nothing is there. */
    // What cannot be looked at cannot be compared; opening it says what is wrong.
    public static Optional<Path> of(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
