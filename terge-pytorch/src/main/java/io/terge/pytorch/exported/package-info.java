/**
 * Archives of {@code torch.export}: the weights that a graph was made from. The graph itself is
 * never looked at.
 */
@NullMarked
package io.terge.pytorch.exported;

import org.jspecify.annotations.NullMarked;
