/**
 * The models of a request, read once, with their parameters under the names by which the request
 * knows them. Start at {@link io.terge.engine.plan.named.HeaderReader}. Internal.
 */
@NullMarked
package io.terge.engine.plan.named;

import org.jspecify.annotations.NullMarked;
