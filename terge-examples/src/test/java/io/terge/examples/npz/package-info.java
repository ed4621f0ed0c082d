/** Tests of the npz format, with files that NumPy has made. */
@NullMarked
package io.terge.examples.npz;

import org.jspecify.annotations.NullMarked;
