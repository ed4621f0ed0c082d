/**
 * What running a plan takes: how the work on a parameter is cut up, and the memory for it. Known by
 * planning, which tells it beforehand, and by execution, which keeps to it; knows neither. Start at
 * {@link io.terge.engine.cost.WorkCut}. Internal.
 */
@NullMarked
package io.terge.engine.cost;

import org.jspecify.annotations.NullMarked;
