/**
 * Keeps parameters together that are meaningful only together. Start at {@link
 * io.terge.engine.plan.group.GroupCheck}. Internal.
 */
@NullMarked
package io.terge.engine.plan.group;

import org.jspecify.annotations.NullMarked;
