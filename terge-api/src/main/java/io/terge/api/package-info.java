/**
 * What a caller says and gets: a {@link io.terge.api.MergeRequest} goes in, a {@link
 * io.terge.api.MergePlan} tells what will be done to every parameter, a {@link
 * io.terge.api.MergeReport} with its {@link io.terge.api.Lineage} tells what was done.
 *
 * <p>Start at {@link io.terge.api.Merger}. Plugins are named by text here; this package does not
 * know the interfaces that they implement.
 */
@NullMarked
package io.terge.api;

import org.jspecify.annotations.NullMarked;
