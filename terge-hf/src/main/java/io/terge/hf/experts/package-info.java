/**
 * What mixtures of experts look like: which dense models they are made of, how their parameters are
 * named, and what their configurations say.
 */
@NullMarked
package io.terge.hf.experts;

import org.jspecify.annotations.NullMarked;
