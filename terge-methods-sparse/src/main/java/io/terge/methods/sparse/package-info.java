/** Merge methods that trim, drop and elect, and the parts they are made of. */
@NullMarked
package io.terge.methods.sparse;

import org.jspecify.annotations.NullMarked;
