/**
 * Merge methods that keep some elements of each task vector and combine them, and the parts that
 * they are made of: {@link io.terge.methods.sparse.Selection} finds thresholds, a {@link
 * io.terge.methods.sparse.Sparsifier} drops elements, and {@link
 * io.terge.methods.sparse.Combination} elects signs and adds. A new method is a few lines that
 * combine them: see {@link io.terge.methods.sparse.SparseMethod}.
 */
@NullMarked
package io.terge.methods.sparse;

import org.jspecify.annotations.NullMarked;
