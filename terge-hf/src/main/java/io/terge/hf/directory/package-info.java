/**
 * A Hugging Face model directory. Start at {@link io.terge.hf.directory.HuggingFaceAdapter}.
 *
 * <p>Reading goes {@code ModelDirectory}, and {@code ShardIndex} where the weights are in shards;
 * writing goes {@code ShardPlan} (which parameter is in which file) to {@code DirectoryOutput}.
 */
@NullMarked
package io.terge.hf.directory;

import org.jspecify.annotations.NullMarked;
