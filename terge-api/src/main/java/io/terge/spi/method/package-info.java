/**
 * The SPI of merge methods. Start at {@link io.terge.spi.method.MergeMethod}: it receives a {@link
 * io.terge.spi.method.ParameterMerge}, may gather {@link io.terge.spi.method.Statistics}, and
 * returns an {@link io.terge.spi.method.Output}, which the engine evaluates. For a function of
 * single elements, use {@link io.terge.spi.method.ElementwiseMethod}.
 *
 * <p>The engine guarantees to all methods:
 *
 * <ul>
 *   <li>All values are {@code double}; the result is rounded once, when it is stored.
 *   <li>The order of operations is fixed: a linear output starts with the first product and adds
 *       the others in the order of the models, the base first if it is a term, without fused
 *       multiply-add.
 *   <li>Arrays of a {@link io.terge.spi.method.Block} are valid during the call only, may be longer
 *       than the block, and may be overwritten. Arrays and matrices returned to the method are its
 *       own.
 *   <li>Blocks are passed in any order and on any thread, several at once. Where a parameter is cut
 *       into blocks is unspecified, except that with {@link io.terge.spi.method.Output#rows} and
 *       {@link io.terge.spi.method.Statistics#reduceRows} each block is one whole row.
 * </ul>
 */
@NullMarked
package io.terge.spi.method;

import org.jspecify.annotations.NullMarked;
