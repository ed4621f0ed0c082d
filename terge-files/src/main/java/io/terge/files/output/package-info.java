/**
 * Writes models to files that appear complete or not at all.
 *
 * <p>Start at {@link io.terge.files.output.ModelOutput}. A single-file format passes it an {@link
 * io.terge.files.staging.OutputTarget} and a {@link io.terge.files.output.FileLayout}: the bytes
 * before the weights, and the position of each parameter. A directory format fills a {@link
 * io.terge.files.output.DirectoryContent}. Both may add a {@link
 * io.terge.files.output.FileCompletion}, which writes what is known only after the last weight.
 *
 * <p>In planning, {@link io.terge.files.output.Shards} divides a model into shards.
 *
 * <p>To write files in another way, such as with a library, use {@link
 * io.terge.files.staging.StagedOutput} directly; all content must then be made durable before the
 * commit.
 */
@NullMarked
package io.terge.files.output;

import org.jspecify.annotations.NullMarked;
