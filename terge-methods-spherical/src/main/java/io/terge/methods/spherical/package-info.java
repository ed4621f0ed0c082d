/**
 * Methods that treat parameters as directions and lengths, and find the way between directions on a
 * sphere. Angles and lengths come from the inner products of the models, so that most methods read
 * the models twice and return linear combinations.
 *
 * <p>Precision: everything is {@code double}, and the output is rounded once to its type. Angles of
 * nearly parallel models need no special case; where an arc is not defined, the models are
 * interpolated linearly and a note says so.
 */
@NullMarked
package io.terge.methods.spherical;

import org.jspecify.annotations.NullMarked;
