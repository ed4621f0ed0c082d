package io.terge.model;

import static java.util.Objects.requireNonNull;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A reference to a model: a path, another location, or an object in memory. Model adapters decide
 * whether they claim it.
 *
 * <p>A path or location may have settings: what its adapter cannot find out itself, such as which
 * of several models in a file is meant. In text they follow the path as in a URL: {@code
 * model.ckpt?key=ema.state_dict}. References with different settings are different models.
 *
 * @since 0.1
 */
public sealed interface ModelReference {

    /**
     * The reference as messages and the lineage show it. For a path of the default file system,
     * {@link #at(String)} of this text is an equal reference.
     */
    String describe();

    /**
     * The path of this reference, without settings; empty for an object in memory or another kind
     * of location.
     */
    default Optional<Path> path() {
        return Optional.empty();
    }

    /**
     * The name of the stage whose output this is, within a request that has {@linkplain
     * io.terge.api.MergeRequest#stages() stages}; empty for a model that exists.
     */
    default Optional<String> stage() {
        return Optional.empty();
    }

    /** The settings of this reference by name; usually empty. */
    default SortedMap<String, String> settings() {
        return Collections.emptySortedMap();
    }

    /**
     * Returns this reference with a setting, in place of one of the same name.
     *
     * @param name a name of {@link io.terge.spi.format.ModelAdapter#settings()}: {@code
     *     [a-z][a-z0-9_-]*}
     * @param value its value, which may be empty
     * @throws IllegalArgumentException if the name is malformed, or this is an object in memory,
     *     which has no settings
     */
    default ModelReference with(String name, String value) {
        SortedMap<String, String> all = new TreeMap<>(settings());
        all.put(requireNonNull(name, "name"), requireNonNull(value, "value"));
        return withSettings(all);
    }

    /**
     * Returns this reference with these settings only.
     *
     * @throws IllegalArgumentException if a name is malformed, or this is an object in memory and
     *     there are any
     */
    ModelReference withSettings(SortedMap<String, String> settings);

    /** Whether this reference has one of several settings. */
    default boolean hasAny(Collection<String> names) {
        return requireNonNull(names, "names").stream().anyMatch(settings()::containsKey);
    }

    /** Returns this reference without some settings. */
    default ModelReference without(Collection<String> names) {
        SortedMap<String, String> others = new TreeMap<>(settings());
        others.keySet().removeAll(requireNonNull(names, "names"));
        return withSettings(others);
    }

    /**
     * Returns a reference to a file or directory, in any file system, without settings.
     *
     * @throws IllegalArgumentException if the path is empty
     */
    static ModelReference at(Path path) {
        return new OnDisk(requireNonNull(path, "path"), Collections.emptySortedMap());
    }

    /**
     * Returns a reference to a location: a path of the default file system, or anything an adapter
     * understands, such as {@code s3://bucket/model}.
     *
     * <p>A path may be followed by settings, {@code ?name=value&name=value}. In values, {@code %26}
     * stands for {@code &}, {@code %3F} for {@code ?} and {@code %25} for {@code %}, as in URLs;
     * any other character may be written so, too. A path whose own name ends like settings is
     * written with another {@code ?} behind it, as {@link #describe()} does; {@link #at(Path)}
     * takes every path as it is. A text with {@code ://} is taken as a whole: its query is part of
     * the location. {@code stage:name} is the output of a {@linkplain #ofStage stage}.
     *
     * @throws IllegalArgumentException if the text is empty, or its settings are malformed
     */
    static ModelReference at(String location) {
        if (requireNonNull(location, "location").contains("://")
                || location.startsWith(Location.STAGE)) {
            return new Location(location);
        }
        SettingsText text = SettingsText.split(location);
        try {
            return new OnDisk(Path.of(text.path()), text.settings());
        } catch (InvalidPathException notAPath) {
            return new Location(location); // No adapter will know it: the message shows the text.
        }
    }

    /**
     * Returns a reference to the output of a stage of the same request.
     *
     * @param name the name of the stage, not empty
     */
    static ModelReference ofStage(String name) {
        return new Location(Location.STAGE + requireNonNull(name, "name"));
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
     * @param settings the settings by name
     */
    record OnDisk(Path file, SortedMap<String, String> settings) implements ModelReference {

        /**
         * @throws IllegalArgumentException if the path is empty or the name of a setting malformed
         */
        public OnDisk {
            if (requireNonNull(file, "file").toString().isEmpty()) {
                throw new IllegalArgumentException("The location of a model is empty");
            }
            settings = SettingsText.copy(settings);
        }

        /** The path as given; its URI if it is not in the default file system. */
        @Override
        public String describe() {
            return file.getFileSystem().equals(FileSystems.getDefault())
                    ? new SettingsText(file.toString(), settings).join()
                    : file.toUri() + SettingsText.join(settings);
        }

        @Override
        public Optional<Path> path() {
            return Optional.of(file);
        }

        @Override
        public ModelReference withSettings(SortedMap<String, String> others) {
            return new OnDisk(file, others);
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
     * @param settings the settings by name
     */
    record Location(String text, SortedMap<String, String> settings) implements ModelReference {

        private static final String STAGE = "stage:";

        /**
         * @throws IllegalArgumentException if the text is empty or the name of a setting malformed
         */
        public Location {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("The location of a model is empty");
            }
            settings = SettingsText.copy(settings);
        }

        /** A location without settings. */
        public Location(String text) {
            this(text, Collections.emptySortedMap());
        }

        @Override
        public String describe() {
            return text + SettingsText.join(settings);
        }

        @Override
        public Optional<String> stage() {
            return text.startsWith(STAGE)
                    ? Optional.of(text.substring(STAGE.length()))
                    : Optional.empty();
        }

        @Override
        public ModelReference withSettings(SortedMap<String, String> others) {
            return new Location(text, others);
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
        public ModelReference withSettings(SortedMap<String, String> others) {
            if (others.isEmpty()) {
                return this;
            }
            throw new IllegalArgumentException(
                    "A model in memory has no settings, but %s is given %s"
                            .formatted(label, others.keySet()));
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
