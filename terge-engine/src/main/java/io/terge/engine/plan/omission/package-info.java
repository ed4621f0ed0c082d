/**
 * What a plan does not merge, or not from all models, why, and how to fix it. Start at {@link
 * io.terge.engine.plan.omission.OmissionFinder}. Internal.
 */
@NullMarked
package io.terge.engine.plan.omission;

import org.jspecify.annotations.NullMarked;
