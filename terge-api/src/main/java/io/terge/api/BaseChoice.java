package io.terge.api;

import io.terge.model.ModelReference;

/**
 * The model whose parameters the output has, unless the request has an explicit layout: their
 * names, shapes and types, and the data of those that are not merged. Task vectors are differences
 * from it.
 *
 * @since 0.1
 */
public sealed interface BaseChoice {

    /**
     * No explicit base: the output has the parameters of the first model, and a method that needs a
     * base is rejected.
     */
    record Unset() implements BaseChoice {}

    /**
     * One of the models. A method that reads the base does not also get it as an input.
     *
     * @param index its place in the request, from 0
     */
    record Index(int index) implements BaseChoice {}

    /**
     * Another model, which is not merged itself. If the reference equals that of one of the models,
     * this is the same as its {@link Index}.
     *
     * @param reference where it is
     */
    record Other(ModelReference reference) implements BaseChoice {}
}
