package io.terge.recipes.mergekit;

/**
 * A model that becomes an expert.
 *
 * @param model the model
 * @param scale what its output is multiplied by
 * @param noise the standard deviation of the noise that is added to it
 * @param hasPrompts whether the recipe says for which prompts it is chosen
 */
record Expert(Reference model, double scale, double noise, boolean hasPrompts) {}
