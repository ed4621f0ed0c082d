/**
 * Models that are written into files, and appear complete or not at all.
 *
 * <p>Start at {@link io.terge.files.output.ModelOutput}. A format of one file gives it an {@link
 * io.terge.files.staging.OutputTarget} and a {@link io.terge.files.output.FileLayout}: the bytes in
 * front of the weights, and where each parameter goes. A format of many files fills a {@link
 * io.terge.files.output.DirectoryContent}. Either may have a {@link
 * io.terge.files.output.FileCompletion} write what is known only after the last weight.
 *
 * <p>In planning, {@link io.terge.files.output.Shards} divides a model, or refuses to.
 *
 * <p>Who writes files in another way, say by a library, uses {@link
 * io.terge.files.staging.StagedOutput} alone, and keeps its promises by himself: every byte of the
 * content is durable before it is committed.
 */
@NullMarked
package io.terge.files.output;

import org.jspecify.annotations.NullMarked;
