package io.terge.spi.format;

import io.terge.error.Problem;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * An open model: its headers have been read and checked, its weights have not. Safe for use by
 * several threads at once until closed. What it says of its headers never changes.
 *
 * @since 0.1
 */
public interface ModelSource extends AutoCloseable {

    /** All parameters, each name once, in the order of the format. */
    List<ParameterSpec> parameters();

    /**
     * A view of one parameter, valid until this source is closed.
     *
     * @param name one of the {@link #parameters()}
     * @throws IllegalArgumentException if there is no parameter of this name
     */
    Tensor tensor(String name);

    /**
     * What reading one parameter takes. The default is that of a stored one.
     *
     * @param parameter one of the {@link #parameters()}
     */
    default Footprint footprint(ParameterSpec parameter) {
        return Footprint.stored(parameter);
    }

    /**
     * Parameters that are the very tensor of another: the name of the other by their own name. Both
     * are {@link #parameters()} of the same type and shape; the other is tied to none. Such a
     * tensor is merged once.
     */
    default Map<String, String> ties() {
        return Map.of();
    }

    /** Parameters that mean something only together. */
    default List<ParameterGroup> groups() {
        return List.of();
    }

    /**
     * Texts that the format keeps beside the parameters, in no particular order; possibly empty.
     */
    default Map<String, String> metadata() {
        return Map.of();
    }

    /** The files that belong to the model without being weights: configuration, tokenizer. */
    default List<Companion> companions() {
        return List.of();
    }

    /** What the user should know of this model, such as parts of its file that are left out. */
    default List<Problem> warnings() {
        return List.of();
    }

    /** Frees what is open. Tensors of this source must not be used any more. */
    @Override
    void close() throws IOException;
}
