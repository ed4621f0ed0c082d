package io.terge.api;

import io.terge.model.ModelReference;

/**
 * The model whose parameters the output has, unless a layout says otherwise: names, shapes, types,
 * and the numbers of all that is not merged. Methods that work on differences take them from it.
 *
 * @since 0.1
 */
public sealed interface BaseChoice {

    /**
     * Nothing is said: the output has the parameters of the first model, and a method that needs a
     * base is refused.
     */
    record Unset() implements BaseChoice {}

    /**
     * One of the models that are merged. A method that reads the base apart does not merge it with
     * itself.
     *
     * @param index its place in the request, from 0
     */
    record Index(int index) implements BaseChoice {}

    /**
     * Another model, which is not merged itself. If it is also one of the models, that one is
     * meant.
     *
     * @param reference where it is
     */
    record Other(ModelReference reference) implements BaseChoice {}
}
