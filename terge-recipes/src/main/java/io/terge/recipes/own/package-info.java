/**
 * Terge's own recipes: {@link io.terge.recipes.own.OwnRecipe} reads them, {@link
 * io.terge.recipes.own.RecipeWriter} writes them. Each class reads one part of a recipe, and
 * reports what is wrong with it. Internal.
 */
@NullMarked
package io.terge.recipes.own;

import org.jspecify.annotations.NullMarked;
