/**
 * Outputs of stages as models: what a method has returned is computed whenever a later merge reads
 * it. Start at {@link io.terge.engine.stage.StageSource}. Internal.
 */
@NullMarked
package io.terge.engine.stage;

import org.jspecify.annotations.NullMarked;
