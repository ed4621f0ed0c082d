/**
 * The SPI of model formats. Start at {@link io.terge.spi.format.ModelAdapter}: it claims models,
 * opens them as a {@link io.terge.spi.format.ModelSource}, and may have a {@link
 * io.terge.spi.format.ModelWriter}. {@code terge-files} has what every file format needs:
 * positional reads, an output that is built next to its target and replaces it atomically, and
 * companions.
 */
@NullMarked
package io.terge.spi.format;

import org.jspecify.annotations.NullMarked;
