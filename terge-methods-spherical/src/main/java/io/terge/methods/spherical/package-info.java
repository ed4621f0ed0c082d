/** Merge methods on the sphere. */
@NullMarked
package io.terge.methods.spherical;

import org.jspecify.annotations.NullMarked;
