/**
 * Which parameters the output has, and from which pieces of the models each could be made. Start at
 * {@link io.terge.engine.plan.layout.LayoutPlanner}. Internal.
 */
@NullMarked
package io.terge.engine.plan.layout;

import org.jspecify.annotations.NullMarked;
