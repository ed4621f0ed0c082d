/**
 * Rows of a matrix as combinations of other rows of it: the numbers by which the rows of tokens
 * that a model lacks are computed. Knows rows, but neither tokens nor models.
 */
@NullMarked
package io.terge.hf.transplant;

import org.jspecify.annotations.NullMarked;
