/**
 * What a plan says is there, found and opened, or refused where it has changed since. Start at
 * {@link io.terge.engine.execute.open.OpenModels}. Internal.
 */
@NullMarked
package io.terge.engine.execute.open;

import org.jspecify.annotations.NullMarked;
