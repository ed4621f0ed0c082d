package io.terge.spi;

import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * An open model: its headers have been read and checked, its weights have not. Safe for use by
 * several threads at once until closed.
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

    /** Texts that the format keeps beside the parameters; sorted by nothing, may be empty. */
    default Map<String, String> metadata() {
        return Map.of();
    }

    /** The files that belong to the model without being weights: configuration, tokenizer. */
    default List<CompanionFile> companions() {
        return List.of();
    }

    /** Frees what is open. Tensors of this source must not be used any more. */
    @Override
    void close() throws IOException;
}
