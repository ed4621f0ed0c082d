package io.terge.spi.format;

import io.terge.error.Problem;
import io.terge.model.ModelReference;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * An open model: its headers have been read and checked, its weights have not been read. Safe for
 * use by several threads at once until it is closed. The headers must not change.
 *
 * @since 0.1
 */
public interface ModelSource extends AutoCloseable {

    /** All parameters, with distinct names, in the order of the format. */
    List<ParameterSpec> parameters();

    /**
     * Returns a view of one parameter, valid until this source is closed. Reads no weights.
     *
     * @param name one of the {@link #parameters()}
     * @throws IllegalArgumentException if there is no parameter of this name
     */
    Tensor tensor(String name);

    /**
     * Returns the cost of reading one parameter. The default is that of a stored one.
     *
     * @param parameter one of the {@link #parameters()}
     */
    default Footprint footprint(ParameterSpec parameter) {
        return Footprint.stored(parameter);
    }

    /**
     * Parameters that share the tensor of another parameter: from their own name to the other's.
     * Both are {@link #parameters()} of the same type and shape, and the other is not tied itself.
     * A shared tensor is merged once.
     */
    default Map<String, String> ties() {
        return Map.of();
    }

    /**
     * Names under which the model uses one of its {@link #parameters()}, as its configuration says,
     * such as a head that is the embedding: from that name to the parameter. A name may be one of
     * the parameters that is stored as a copy. Where another model has a parameter of such a name,
     * this model's contribution to it is the parameter it is an alias of.
     */
    default Map<String, String> aliases() {
        return Map.of();
    }

    /** Parameters that are meaningful only together; see {@link ParameterGroup}. */
    default List<ParameterGroup> groups() {
        return List.of();
    }

    /** Texts that the format stores with the parameters, in no particular order; possibly empty. */
    default Map<String, String> metadata() {
        return Map.of();
    }

    /** The model's files other than weights, such as configuration and tokenizer. */
    default List<Companion> companions() {
        return List.of();
    }

    /**
     * A reference to exactly this model, if the one that it was opened by may mean another model
     * later, such as a branch of a repository. Plans and lineages have it instead; the same adapter
     * opens it. Empty, the default, if there is no better reference.
     */
    default Optional<ModelReference> resolved() {
        return Optional.empty();
    }

    /**
     * What models should have in common for their weights to be merged, such as the number of heads
     * or an epsilon: from a short name to its value, equal values as equal texts. Values under one
     * name that differ from the base's are a warning; a name that only one model has is not
     * compared.
     */
    default SequencedMap<String, String> traits() {
        return Collections.emptySortedMap();
    }

    /** The IDs that the model assigns to its tokens; empty, the default, if there are none. */
    default Optional<Vocabulary> vocabulary() {
        return Optional.empty();
    }

    /**
     * What {@code terge inspect} shows about the file besides everything above, such as its layout
     * or the strides of a parameter: from a short name to a text, in the order to show them. It is
     * never written to an output and does not affect a merge.
     */
    default SequencedMap<String, String> details() {
        return Collections.emptySortedMap();
    }

    /**
     * The files that the weights are read from and that stay open until this source is closed;
     * empty, the default, if there are none. An output never replaces one of them, whatever links
     * lead to it.
     */
    default List<Path> files() {
        return List.of();
    }

    /** What the user should know about this model, such as parts of its file that are ignored. */
    default List<Problem> warnings() {
        return List.of();
    }

    /**
     * Checks that everything that was read is still as it was when this source was opened. Called
     * after the last read and before the merged model is committed, so that a model that was
     * overwritten meanwhile does not yield a mix of old and new weights. A source that consists of
     * others asks each of them. The default is for models that cannot change.
     *
     * @throws io.terge.error.TergeException with {@link io.terge.error.TergeCode#MODEL_CHANGED} if
     *     it has changed
     * @throws IOException if it cannot be examined
     */
    default void checkUnchanged() throws IOException {}

    /**
     * Releases all resources. Tensors and companions of this source must not be used afterwards.
     */
    @Override
    void close() throws IOException;
}
