package io.terge.recipes.mergekit;

/**
 * A model that becomes an expert.
 *
 * @param model the model
 * @param scale what its output is multiplied by
 * @param hasPrompts whether the recipe says for which prompts it is chosen
 */
record Expert(Reference model, double scale, boolean hasPrompts) {}
