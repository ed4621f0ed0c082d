package io.terge.spi.format;

import io.terge.model.ModelReference;

import java.io.IOException;
import java.util.Optional;

/**
 * A model format, on disk or in memory.
 *
 * <p>What is wrong with a model is a {@link io.terge.error.TergeException} with a code that names
 * file and place; what the operating system cannot do is an {@link IOException}. One instance
 * serves all merges, on several threads at once.
 *
 * @since 0.1
 */
public interface ModelAdapter {

    /** The name that requests and reports use: {@code [a-z][a-z0-9_-]*}. */
    String name();

    /**
     * Whether the reference looks like a model of this format. A cheap look: at names, not at what
     * is in files.
     */
    Claim claims(ModelReference reference);

    /**
     * Opens a model and checks all of its headers. No weight is read.
     *
     * @param reference one that this adapter claims, or that the user has it open
     * @param context opens other models, and is told of progress
     * @throws io.terge.error.TergeException if the model is malformed
     * @throws IOException if it cannot be read
     */
    ModelSource open(ModelReference reference, AdapterContext context) throws IOException;

    /** What the format is, in one line for lists of what is installed. */
    default String describe() {
        return "";
    }

    /** What writes models of this format. The default is a format that is only read. */
    default Optional<ModelWriter> writer() {
        return Optional.empty();
    }
}
