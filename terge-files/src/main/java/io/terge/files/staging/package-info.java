/**
 * Outputs that are built next to their targets and replace them atomically.
 *
 * <p>{@link io.terge.files.staging.OutputTarget} is the target, and checks whether it may be
 * written; {@link io.terge.files.staging.StagedOutput} builds a file or a directory with any
 * contents. Most formats only pass a target to {@code io.terge.files.output}.
 */
@NullMarked
package io.terge.files.staging;

import org.jspecify.annotations.NullMarked;
