/**
 * Hugging Face formats: one safetensors file, and a model directory with its weights in one file or
 * in shards.
 *
 * <p>Start at {@link io.terge.hf.safetensors.SafetensorsAdapter} and {@link
 * io.terge.hf.directory.HuggingFaceAdapter}, all that is for others. Each has a room: {@code
 * directory} knows {@code safetensors}, which knows {@code json}, and none looks back.
 *
 * <p>Files are hostile until checked: every header, index and file name is, before a weight is
 * looked at.
 */
@NullMarked
package io.terge.hf;

import org.jspecify.annotations.NullMarked;
