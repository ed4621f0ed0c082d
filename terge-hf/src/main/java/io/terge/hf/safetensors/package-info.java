/**
 * One safetensors file. Start at {@link io.terge.hf.safetensors.SafetensorsAdapter}.
 *
 * <p>Reading goes {@code SafetensorsFile} (header) to {@code SafetensorsSource}; writing goes by
 * {@link io.terge.hf.safetensors.ShardLayouts} (headers and offsets) alone, the rest is done for
 * every format alike. {@code TieTexts} knows how a header tells of tensors that share their bytes.
 */
@NullMarked
package io.terge.hf.safetensors;

import org.jspecify.annotations.NullMarked;
