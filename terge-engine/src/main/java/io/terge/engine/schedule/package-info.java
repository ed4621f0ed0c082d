/**
 * The threads of a merge, each with memory of its own: steps are begun in order, and their chunks
 * shared. Knows neither plans nor models. Start at {@link io.terge.engine.schedule.BlockScheduler}.
 * Internal.
 */
@NullMarked
package io.terge.engine.schedule;

import org.jspecify.annotations.NullMarked;
