/**
 * Programs that measure merges: {@link io.terge.benchmarks.MergeThroughput} beside a plain copy of
 * the same bytes, {@link io.terge.benchmarks.MemoryCurve} over sizes and numbers of models.
 */
@NullMarked
package io.terge.benchmarks;

import org.jspecify.annotations.NullMarked;
