/**
 * JMH benchmarks of the loops over numbers, plain and vector code side by side, and of copies of
 * the same bytes. {@link io.terge.benchmarks.KernelBenchmarks} runs them.
 */
@NullMarked
package io.terge.benchmarks.kernel;

import org.jspecify.annotations.NullMarked;
