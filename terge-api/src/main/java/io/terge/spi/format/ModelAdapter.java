package io.terge.spi.format;

import io.terge.model.ModelReference;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A model format, on disk or in memory.
 *
 * <p>If a model is malformed, throw a {@link io.terge.error.TergeException} whose problem names the
 * file and the position in it; let an {@link IOException} of the operating system pass through. One
 * instance serves all merges, on several threads at once.
 *
 * @since 0.1
 */
public interface ModelAdapter {

    /** The name of this adapter in requests and reports: {@code [a-z][a-z0-9_-]*}. */
    String name();

    /**
     * Decides whether a reference is a model of this format. Must be cheap: look at names, not into
     * files.
     */
    Claim claims(ModelReference reference);

    /**
     * Opens a model, and reads and checks all of its headers. No weights are read.
     *
     * @param reference a reference that this adapter claims, or for which the user chose it
     * @param context opens other models and reports progress; valid during this call only
     * @throws io.terge.error.TergeException if the model is malformed
     * @throws IOException if it cannot be read
     */
    ModelSource open(ModelReference reference, AdapterContext context) throws IOException;

    /** A one-line description of the format, for lists of installed adapters. */
    default String describe() {
        return "";
    }

    /**
     * The names of the settings that this adapter reads a model by; empty, the default, if it has
     * none. A reference that has another setting is rejected. The values are in {@link
     * AdapterContext#setting}; reject one that is not valid.
     */
    default List<String> settings() {
        return List.of();
    }

    /** The writer of this format; empty, the default, if the format is read-only. */
    default Optional<ModelWriter> writer() {
        return Optional.empty();
    }
}
