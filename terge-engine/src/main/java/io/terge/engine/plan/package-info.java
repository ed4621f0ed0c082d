/**
 * From a request and headers to a plan, or to all that is wrong with the request. Nothing here can
 * reach a weight. Start at {@link io.terge.engine.plan.MergePlanner}. Internal.
 */
@NullMarked
package io.terge.engine.plan;

import org.jspecify.annotations.NullMarked;
