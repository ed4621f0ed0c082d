package io.terge.api;

import io.terge.model.ModelReference;

/**
 * The model whose parameters the output has: names, shapes, types, and the numbers of all that is
 * not merged.
 *
 * @since 0.1
 */
public sealed interface BaseChoice {

    /**
     * One of the models that are merged.
     *
     * @param index its place in the request, from 0
     */
    record Index(int index) implements BaseChoice {}

    /**
     * Another model, which is not merged itself.
     *
     * @param reference where it is
     */
    record Other(ModelReference reference) implements BaseChoice {}
}
