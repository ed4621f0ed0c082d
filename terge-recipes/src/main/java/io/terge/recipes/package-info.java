/** Merges written as files: recipes of terge, and those of mergekit. */
@NullMarked
package io.terge.recipes;

import org.jspecify.annotations.NullMarked;
