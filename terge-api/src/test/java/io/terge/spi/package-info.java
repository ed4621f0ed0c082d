/** Tests of what a plugin is handed. */
@NullMarked
package io.terge.spi;

import org.jspecify.annotations.NullMarked;
