/**
 * Recipes of mergekit, read as requests. Internal.
 *
 * <p>{@link MergekitRecipe} reads the documents of a file: {@link Mapping} and the readers turn
 * nodes into an {@link Outline}, which {@link RequestWriter} writes as a request. {@link
 * MergekitMethod} knows the methods with their parameters. What mergekit ignores is told, as an
 * error if it is unknown there, else as a note; so is what mergekit does wrong.
 */
@NullMarked
package io.terge.recipes.mergekit;

import org.jspecify.annotations.NullMarked;
