package io.terge.model;

import static java.util.Objects.requireNonNull;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A reference to a model: a path, another location, or an object in memory. Model adapters decide
 * whether they claim it.
 *
 * @since 0.1
 */
public sealed interface ModelReference {

    /** The reference as messages and the lineage show it. */
    String describe();

    /** The path of this reference; empty for an object in memory or another kind of location. */
    default Optional<Path> path() {
        return Optional.empty();
    }

    /**
     * Returns a reference to a file or directory, in any file system.
     *
     * @throws IllegalArgumentException if the path is empty
     */
    static ModelReference at(Path path) {
        return new OnDisk(path);
    }

    /**
     * Returns a reference to a location: a path of the default file system, or anything an adapter
     * understands, such as {@code hub://org/model}.
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
     * Returns a reference to a model in memory.
     *
     * @param model an object that an adapter understands, such as a map from names to {@link
     *     io.terge.tensor.TensorArray}; not copied
     * @param label its name in messages and the lineage
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
         * @throws IllegalArgumentException if the path is empty
         */
        public OnDisk {
            if (file.toString().isEmpty()) {
                throw new IllegalArgumentException("The location of a model is empty");
            }
        }

        /** The path as given; its URI if it is not in the default file system. */
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
     * A location that is not a path.
     *
     * @param text a URI or a name, never empty
     */
    record Location(String text) implements ModelReference {

        /**
         * @throws IllegalArgumentException if the text is empty
         */
        public Location {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("The location of a model is empty");
            }
        }

        @Override
        public String describe() {
            return text;
        }
    }

    /**
     * An object in memory. Two references are equal if they refer to the same object.
     *
     * @param model the object
     * @param label its name in messages and the lineage
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
