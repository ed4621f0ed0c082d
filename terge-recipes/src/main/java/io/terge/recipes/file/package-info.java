/**
 * Recipes as files: {@link io.terge.recipes.file.Recipes} reads those of every kind, after it has
 * changed values and replaced variables.
 */
@NullMarked
package io.terge.recipes.file;

import org.jspecify.annotations.NullMarked;
