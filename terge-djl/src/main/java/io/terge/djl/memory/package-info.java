/**
 * The adapter {@code djl}: reads the parameters of a DJL block where they are, and writes into an
 * existing block. It sees only the SPI. Start at {@link io.terge.djl.memory.DjlAdapter}.
 */
@NullMarked
package io.terge.djl.memory;

import org.jspecify.annotations.NullMarked;
