/**
 * What the author of a model format implements and is handed. Start at {@link
 * io.terge.spi.format.ModelAdapter}: it claims models, opens them as a {@link
 * io.terge.spi.format.ModelSource} whose headers are read and whose weights are not, and may have a
 * {@link io.terge.spi.format.ModelWriter}. For formats in files, {@code terge-files} has what all
 * of them need: reading at positions, an output that is built beside its target and exchanged at
 * once, companions.
 */
@NullMarked
package io.terge.spi.format;

import org.jspecify.annotations.NullMarked;
