/**
 * Outputs that are built beside their targets and put there at once, as a whole.
 *
 * <p>{@link io.terge.files.staging.OutputTarget} says where, and checks that it may be done; {@link
 * io.terge.files.staging.StagedOutput} does it, for a file or a directory with whatever is in it.
 * Most formats hand the target on to {@code io.terge.files.output} and see nothing else of this.
 */
@NullMarked
package io.terge.files.staging;

import org.jspecify.annotations.NullMarked;
