/**
 * The loops over numbers: stored elements to {@code double}, linear combinations, inner products,
 * and the one rounding back. Plain code is the specification; vector code, where the JVM has the
 * module {@code jdk.incubator.vector}, gives the same bits in a fraction of the time. Knows types
 * and memory, nothing of models or methods. Start at {@link io.terge.engine.kernel.Kernels}.
 * Internal: the types are public for the rest of the engine alone.
 */
@NullMarked
package io.terge.engine.kernel;

import org.jspecify.annotations.NullMarked;
