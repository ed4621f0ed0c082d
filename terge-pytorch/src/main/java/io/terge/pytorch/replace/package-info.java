/** Archives with other weights: everything else in them is copied. */
@NullMarked
package io.terge.pytorch.replace;

import org.jspecify.annotations.NullMarked;
