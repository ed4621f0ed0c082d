/** Tests of what a method says and is handed. */
@NullMarked
package io.terge.spi.method;

import org.jspecify.annotations.NullMarked;
