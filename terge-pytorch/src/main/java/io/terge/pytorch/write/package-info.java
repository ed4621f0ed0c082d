/** Writes state dicts as {@code torch.save} does. */
@NullMarked
package io.terge.pytorch.write;

import org.jspecify.annotations.NullMarked;
