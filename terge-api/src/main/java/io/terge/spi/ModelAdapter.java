package io.terge.spi;

import io.terge.model.ModelReference;

import java.io.IOException;

/**
 * A model format, on disk or in memory.
 *
 * <p>What is wrong with a model is a {@link io.terge.error.TergeException} with a code that names
 * file and place; what the operating system cannot do is an {@link IOException}.
 *
 * @since 0.1
 */
public interface ModelAdapter {

    /** The name that reports use: {@code [a-z][a-z0-9_-]*}. */
    String name();

    /**
     * Whether the reference looks like a model of this format. A cheap look: at names, not at what
     * is in files. At most one of all adapters should say yes.
     */
    boolean recognizes(ModelReference reference);

    /**
     * Opens a model and checks all of its headers. No weight is read.
     *
     * @param reference one that {@link #recognizes} said yes to
     * @throws io.terge.error.TergeException if the model is malformed
     * @throws IOException if it cannot be read
     */
    ModelSource open(ModelReference reference) throws IOException;

    /** What the format is, in one line for lists of what is installed. */
    default String describe() {
        return "";
    }

    /**
     * Whether this adapter would write a model to the reference, judged by the reference alone. The
     * default is a format that is only read.
     */
    default boolean creates(ModelReference target) {
        return false;
    }

    /**
     * Starts a model. Nothing is to be seen at the target until {@link ModelSink#commit()}. In a
     * merge in place the target is also one of the models that are open: its tensors are read until
     * then, and its source is closed after it.
     *
     * @param target one that {@link #creates} said yes to
     * @param blueprint all that will be in the model
     * @throws io.terge.error.TergeException if the target must not be written, or such a model
     *     cannot be
     * @throws IOException if it cannot be written
     */
    default ModelSink create(ModelReference target, ModelBlueprint blueprint) throws IOException {
        throw new UnsupportedOperationException("Models of format " + name() + " are only read");
    }

    /**
     * Checks, without writing anything, that {@link #create} could start: the output is not there
     * or may be overwritten, its parent can be written to.
     *
     * @param target one that {@link #creates} said yes to
     * @param overwrite whether what is there may be replaced
     * @throws io.terge.error.TergeException if the target must not be written
     * @throws IOException if that cannot be found out
     */
    default void checkTarget(ModelReference target, boolean overwrite) throws IOException {}
}
