/**
 * Hugging Face formats: one safetensors file, and a model directory with its weights in one file or
 * in shards.
 *
 * <p>Start at {@link io.terge.hf.SafetensorsAdapter} and {@link io.terge.hf.HuggingFaceAdapter},
 * the only public classes. Reading goes {@code SafetensorsFile} (header) to {@code
 * SafetensorsSource}; writing goes {@code SafetensorsLayout} (offsets) to {@code SafetensorsSink},
 * inside a {@code StagedOutput} that shows nothing at the target before it is complete.
 *
 * <p>Files are hostile until checked: every header, index and file name is, before a weight is
 * looked at.
 */
@NullMarked
package io.terge.hf;

import org.jspecify.annotations.NullMarked;
