package io.terge.spi.format;

import io.terge.model.ModelReference;

import java.io.IOException;

/**
 * What an adapter is given to open a model with. For the thread and the duration of the call.
 *
 * @since 0.1
 */
public interface AdapterContext {

    /**
     * Opens another model, by whatever adapter claims it: a shard, the base of an adapter. The
     * caller owns the source and closes it with its own.
     *
     * @throws io.terge.error.TergeException if no adapter claims it, it is malformed, or it is
     *     being opened already, further up
     * @throws IOException if it cannot be read
     */
    ModelSource open(ModelReference other) throws IOException;

    /**
     * Tells how far something has come that takes long, such as a download. Call it a few times a
     * second at most, and as a way to stop: it throws when the caller has cancelled.
     *
     * @param doing what, e.g. {@code "downloading model.safetensors"}
     * @param done how much is done, 0 to {@code total}
     * @param total how much there is to do, in the same unit; 0 where it is not known
     * @throws io.terge.error.TergeException if the caller has cancelled
     */
    void progress(String doing, long done, long total);
}
