/** Runs that are killed while they write their outputs. */
@NullMarked
package io.terge.examples.crash;

import org.jspecify.annotations.NullMarked;
