package io.terge.model;

import static java.util.Objects.requireNonNull;

import java.nio.file.FileSystems;
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

    /**
     * Returns the reference of a file or directory, in any file system.
     *
     * @throws IllegalArgumentException if the path is empty
     */
    static ModelReference at(Path path) {
        return new OnDisk(path);
    }

    /**
     * Returns the reference of a location: a path of the default file system, or whatever an
     * adapter understands, such as {@code hub://org/model}.
     *
     * @throws IllegalArgumentException if the text is empty
     */
    static ModelReference at(String location) {
        if (location.contains("://")) {
            return new Location(location);
        }
        try {
            return new OnDisk(Path.of(location));
        } catch (InvalidPathException notAPath) {
            return new Location(location); // No adapter will know it: the message shows the text.
        }
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
     * A file or directory.
     *
     * @param file its path, in any file system, never empty
     */
    record OnDisk(Path file) implements ModelReference {

        /**
         * Checks the path.
         *
         * @throws IllegalArgumentException if it is empty
         */
        public OnDisk {
            if (file.toString().isEmpty()) {
                throw new IllegalArgumentException("A location is empty");
            }
        }

        /** The path as it was given; in another file system than the default one, its URI. */
        @Override
        public String describe() {
            return file.getFileSystem().equals(FileSystems.getDefault())
                    ? file.toString()
                    : file.toUri().toString();
        }

        @Override
        public Optional<Path> path() {
            return Optional.of(file);
        }

        @Override
        public String toString() {
            return describe();
        }
    }

    /**
     * A location that is no path of the default file system.
     *
     * @param text a URI or a name, never empty
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
    }

    /**
     * An object in memory. Two are equal when they hold the very same object.
     *
     * @param model the object
     * @param label what messages and the lineage call it
     */
    record InMemory(Object model, String label) implements ModelReference {

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
