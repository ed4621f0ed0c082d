/**
 * One safetensors file. Start at {@link io.terge.hf.safetensors.SafetensorsAdapter}.
 *
 * <p>Reading goes {@link io.terge.hf.safetensors.SafetensorsFile} (header) to {@link
 * io.terge.hf.safetensors.SafetensorsSource}; writing goes by {@link
 * io.terge.hf.safetensors.SafetensorsLayout} (offsets) alone, the rest is done for every format
 * alike.
 */
@NullMarked
package io.terge.hf.safetensors;

import org.jspecify.annotations.NullMarked;
