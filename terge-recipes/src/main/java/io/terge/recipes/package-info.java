/**
 * Merges written as files: recipes of terge, and those of mergekit.
 *
 * <p>Start at {@link io.terge.recipes.file.Recipes#read}: the merges of a {@link
 * io.terge.recipes.Recipe} are {@link io.terge.api.MergeRequest}s without a target, to be given one
 * with {@code request.toBuilder().to(...)} and planned or merged as any other. {@link
 * io.terge.recipes.own.RecipeWriter} writes requests as recipes.
 */
@NullMarked
package io.terge.recipes;

import org.jspecify.annotations.NullMarked;
