/**
 * Safetensors files. Start at {@link io.terge.hf.safetensors.SafetensorsAdapter}.
 *
 * <p>{@code SafetensorsFile} reads the header for {@code SafetensorsSource}. Writing needs only
 * {@link io.terge.hf.safetensors.ShardLayouts} (headers and offsets); {@code terge-files} does the
 * rest. {@code TieTexts} knows how a header records tensors that share their bytes.
 */
@NullMarked
package io.terge.hf.safetensors;

import org.jspecify.annotations.NullMarked;
