/**
 * Statistics of parameters, the same to the bit whatever the settings: gathered from runs of fixed
 * size, joined in a fixed order. Knows numbers and methods, no plans. Start at {@link
 * io.terge.engine.execute.statistic.Reductions}. Internal.
 */
@NullMarked
package io.terge.engine.execute.statistic;

import org.jspecify.annotations.NullMarked;
