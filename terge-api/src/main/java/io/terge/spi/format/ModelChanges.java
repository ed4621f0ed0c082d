package io.terge.spi.format;

import io.terge.tensor.DType;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a new model differs from the donor of its companions, so that a format can update its
 * configuration. Immutable.
 *
 * @since 0.1
 */
public final class ModelChanges {

    private final Optional<DType> dtype;
    private final Optional<List<Integer>> layers;
    private final OptionalLong vocabulary;
    private final boolean hasSeparateAliases;

    private ModelChanges(
            Optional<DType> dtype,
            Optional<List<Integer>> layers,
            OptionalLong vocabulary,
            boolean hasSeparateAliases) {
        this.dtype = dtype;
        this.layers = layers;
        this.vocabulary = vocabulary;
        this.hasSeparateAliases = hasSeparateAliases;
    }

    /** Returns no changes: the model differs only in its tensor data. */
    public static ModelChanges none() {
        return new ModelChanges(Optional.empty(), Optional.empty(), OptionalLong.empty(), false);
    }

    /**
     * The type that a configuration names: that of all floating-point parameters, or the main one;
     * empty for the donor's.
     */
    public Optional<DType> dtype() {
        return dtype;
    }

    /**
     * For each layer, which layer of the donor or a model like it was its origin; empty if the
     * layers are the donor's.
     */
    public Optional<List<Integer>> layers() {
        return layers;
    }

    /** The number of tokens; empty for the donor's. */
    public OptionalLong vocabulary() {
        return vocabulary;
    }

    /**
     * Whether the model has tensors of their own under {@linkplain ModelSource#aliases() names}
     * that the donor uses for others, such as a head that is no longer the embedding.
     */
    public boolean hasSeparateAliases() {
        return hasSeparateAliases;
    }

    /** Returns these changes with another (main) type of floating-point parameters. */
    public ModelChanges withDtype(DType other) {
        return new ModelChanges(Optional.of(other), layers, vocabulary, hasSeparateAliases);
    }

    /**
     * Returns these changes with other layers.
     *
     * @param origins for each layer, which layer of the donor or a model like it was its origin
     */
    public ModelChanges withLayers(List<Integer> origins) {
        return new ModelChanges(
                dtype, Optional.of(List.copyOf(origins)), vocabulary, hasSeparateAliases);
    }

    /** Returns these changes with another number of tokens. */
    public ModelChanges withVocabulary(long tokens) {
        return new ModelChanges(dtype, layers, OptionalLong.of(tokens), hasSeparateAliases);
    }

    /** Returns these changes with tensors of their own for the donor's aliases. */
    public ModelChanges withSeparateAliases() {
        return new ModelChanges(dtype, layers, vocabulary, true);
    }
}
