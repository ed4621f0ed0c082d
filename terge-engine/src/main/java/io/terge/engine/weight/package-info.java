/**
 * The weights of the models for a parameter: first matching rule, absent models dropped, the rest
 * normalised. Internal.
 */
@NullMarked
package io.terge.engine.weight;

import org.jspecify.annotations.NullMarked;
