/**
 * What the author of a merge method implements and is handed. Start at {@link
 * io.terge.spi.method.MergeMethod}: it gets a {@link io.terge.spi.method.ParameterMerge}, learns
 * what it has to from {@link io.terge.spi.method.Statistics}, and returns an {@link
 * io.terge.spi.method.Output}, which the engine evaluates. A function of a few numbers is an {@link
 * io.terge.spi.method.ElementwiseMethod}.
 *
 * <p>What holds for all of them:
 *
 * <ul>
 *   <li>All numbers are {@code double}; the result is rounded once, when it is stored.
 *   <li>Operations have an order: sums start with the first product and go in the order of the
 *       models, the base first where it is a term, without fused multiply-add.
 *   <li>Arrays of a {@link io.terge.spi.method.Block} are good during the call only, may be longer
 *       than the block, and may be overwritten. Arrays and matrices that are returned are the
 *       method's own.
 *   <li>Blocks come in any order and on any thread, several at once. A parameter is cut at
 *       multiples of a block's length, which a method must not rely on; rows are never cut.
 * </ul>
 */
@NullMarked
package io.terge.spi.method;

import org.jspecify.annotations.NullMarked;
