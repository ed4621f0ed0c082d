/**
 * What a caller passes and receives: a {@link io.terge.api.MergeRequest} goes in, a {@link
 * io.terge.api.MergePlan} shows what will be done to every parameter, and a {@link
 * io.terge.api.MergeReport} with its {@link io.terge.api.Lineage} shows what was done.
 *
 * <p>Start at {@link io.terge.api.Merger}. This package refers to plugins by name and does not
 * depend on the interfaces that they implement.
 */
@NullMarked
package io.terge.api;

import org.jspecify.annotations.NullMarked;
