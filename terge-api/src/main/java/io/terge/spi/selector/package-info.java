/**
 * The SPI of selector syntaxes: {@link io.terge.spi.selector.ParameterSelector}, such as {@code
 * regex:} or {@code glob:}.
 */
@NullMarked
package io.terge.spi.selector;

import org.jspecify.annotations.NullMarked;
