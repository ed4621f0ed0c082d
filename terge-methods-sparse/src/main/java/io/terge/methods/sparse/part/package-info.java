/**
 * The parts that methods of sparse task vectors are made of, for the authors of others: {@link
 * io.terge.methods.sparse.part.Selection} finds thresholds, a {@link
 * io.terge.methods.sparse.part.Sparsifier} drops elements, {@link
 * io.terge.methods.sparse.part.Rescale} makes up for them, and {@link
 * io.terge.methods.sparse.part.Combination} elects signs and adds.
 */
@NullMarked
package io.terge.methods.sparse.part;

import org.jspecify.annotations.NullMarked;
