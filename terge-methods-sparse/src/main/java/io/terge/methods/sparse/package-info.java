/**
 * Merge methods that keep some elements of each task vector and combine them. A new one is a few
 * lines: see {@link io.terge.methods.sparse.SparseMethod}, and the parts in {@code
 * io.terge.methods.sparse.part}.
 */
@NullMarked
package io.terge.methods.sparse;

import org.jspecify.annotations.NullMarked;
