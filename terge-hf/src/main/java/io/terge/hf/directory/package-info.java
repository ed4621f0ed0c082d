/**
 * A Hugging Face model directory. Start at {@link io.terge.hf.directory.HuggingFaceAdapter}.
 *
 * <p>Reading goes {@code ModelDirectory}, and {@code ShardIndex} where the weights are in shards,
 * to {@code DirectorySource}: every {@code Shard} is opened by whatever adapter claims it. Writing
 * is {@code DirectoryWriter}; {@code ConfigEdit} brings the configuration into line with the
 * weights.
 */
@NullMarked
package io.terge.hf.directory;

import org.jspecify.annotations.NullMarked;
