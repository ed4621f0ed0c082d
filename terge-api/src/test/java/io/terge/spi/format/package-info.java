/** Tests of what a format is handed and says. */
@NullMarked
package io.terge.spi.format;

import org.jspecify.annotations.NullMarked;
