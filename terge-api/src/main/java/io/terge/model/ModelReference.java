package io.terge.model;

import static java.util.Objects.requireNonNull;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a model is: a location as text, or an object in memory. A model adapter looks at it and
 * says whether it is one of its own.
 *
 * @since 0.1
 */
public sealed interface ModelReference {

    /** The reference as messages and the lineage show it. */
    String describe();

    /** The path of this reference, or empty where it is none: an object, or another kind of URI. */
    default Optional<Path> path() {
        return Optional.empty();
    }

    /** Returns the reference of a file or directory. */
    static ModelReference at(Path path) {
        return new Location(path.toString());
    }

    /** Returns the reference of a location: a path, or whatever an adapter understands. */
    static ModelReference at(String location) {
        return new Location(location);
    }

    /**
     * Returns the reference of a model in memory.
     *
     * @param model what an adapter understands, such as a map from names to {@link
     *     io.terge.tensor.TensorArray}
     * @param label what messages and the lineage call it
     */
    static ModelReference of(Object model, String label) {
        return new InMemory(model, label);
    }

    /**
     * A location.
     *
     * @param text a path or a URI, never empty
     */
    record Location(String text) implements ModelReference {

        /**
         * Checks the text.
         *
         * @throws IllegalArgumentException if it is empty
         */
        public Location {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("A location is empty");
            }
        }

        @Override
        public String describe() {
            return text;
        }

        @Override
        public Optional<Path> path() {
            if (text.contains("://")) {
                return Optional.empty();
            }
            try {
                return Optional.of(Path.of(text));
            } catch (InvalidPathException notAPath) {
                return Optional.empty(); // No adapter will know it: the message shows the text.
            }
        }
    }

    /**
     * An object in memory. Two are equal when they hold the very same object.
     *
     * @param model the object
     * @param label what messages and the lineage call it
     */
    record InMemory(Object model, String label) implements ModelReference {

        /** Checks the values. */
        public InMemory {
            requireNonNull(model, "model");
            requireNonNull(label, "label");
        }

        @Override
        public String describe() {
            return label;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof InMemory that && model == that.model;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(model);
        }

        @Override
        public String toString() {
            return label; // Not the model: printing one could take all memory.
        }
    }
}
