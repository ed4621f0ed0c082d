package io.terge.spi.format;

import io.terge.model.ModelReference;

import java.io.IOException;
import java.util.Optional;

/**
 * What an adapter may use while it opens a model: it opens other models and reports progress. Valid
 * only on the thread that called {@link ModelAdapter#open} and until that call returns; otherwise
 * its methods throw {@link IllegalStateException}.
 *
 * @since 0.1
 */
public interface AdapterContext {

    /**
     * Opens another model that this one consists of, such as a shard or the base of a LoRA adapter,
     * with the adapter that claims it. The source may be used after the call and on other threads;
     * the caller closes it together with its own. If {@code ModelAdapter.open} throws, the engine
     * closes it.
     *
     * @throws io.terge.error.TergeException if no adapter claims it, it is malformed, or it is
     *     already being opened, so that the model would contain itself
     * @throws IOException if it cannot be read
     */
    ModelSource open(ModelReference other) throws IOException;

    /**
     * Whether another adapter opens this model as a part of its own, such as a shard. A shard that
     * is opened by itself is an incomplete model.
     */
    default boolean isNested() {
        return false;
    }

    /**
     * Returns the value of a setting: of the reference that is being opened, else of the request,
     * whose settings also apply to models that others open.
     *
     * @param name one of {@link ModelAdapter#settings()}
     * @return the value; empty if it is not set
     * @throws IllegalArgumentException if the adapter does not declare this setting
     */
    Optional<String> setting(String name);

    /**
     * Returns a value that is read once for all models that are opened together, such as those of
     * one merge: for example, the tokens of a file that several views need. It must be immutable.
     * The default reads it each time.
     *
     * @param type the type of the value; together with the key, it identifies the value
     * @param key what the value depends on; has {@code equals}
     * @param reading called unless the value is known; what it throws is thrown, and not kept
     * @throws IOException if the reading throws it
     */
    default <T> T shared(Class<T> type, Object key, Reading<T> reading) throws IOException {
        return reading.read();
    }

    /**
     * Reads a value that models share.
     *
     * @param <T> the type of the value
     */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /**
     * Reports progress of a long operation, such as a download, to the listener of the merge, and
     * checks for cancellation. Call it no more than a few times per second.
     *
     * @param doing the operation, e.g. {@code "downloading model.safetensors"}
     * @param done the amount done, 0 or more; at most {@code total} if that is known
     * @param total the total amount, in the same unit; 0 if unknown
     * @throws io.terge.error.TergeException if the caller has cancelled; do not catch it
     */
    void progress(String doing, long done, long total);
}
