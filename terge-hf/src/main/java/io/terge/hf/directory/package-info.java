/**
 * Hugging Face model directories. Start at {@link io.terge.hf.directory.HuggingFaceAdapter}.
 *
 * <p>{@code ModelDirectory}, and {@code ShardIndex} for sharded weights, read a directory for
 * {@code DirectorySource}; each {@code Shard} is opened by the adapter that claims it. {@code
 * DirectoryWriter} writes one; {@code ConfigEdit} updates the configuration.
 */
@NullMarked
package io.terge.hf.directory;

import org.jspecify.annotations.NullMarked;
