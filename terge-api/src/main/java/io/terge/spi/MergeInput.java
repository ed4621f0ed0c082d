package io.terge.spi;

/**
 * One of the models that a parameter is merged from.
 *
 * @param model the model's place in the request, from 0
 * @param weight its weight for this parameter: a share of 1 where the method's weights are
 *     relative, else as requested
 * @since 0.1
 */
public record MergeInput(int model, double weight) {}
