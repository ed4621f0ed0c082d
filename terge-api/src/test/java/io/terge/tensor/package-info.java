/** Tests of the values that a parameter is made of, and of the bits of its numbers. */
@NullMarked
package io.terge.tensor;

import org.jspecify.annotations.NullMarked;
