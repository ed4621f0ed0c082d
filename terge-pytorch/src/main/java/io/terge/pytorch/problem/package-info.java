/** What can be wrong with a PyTorch file, whatever its layout. */
@NullMarked
package io.terge.pytorch.problem;

import org.jspecify.annotations.NullMarked;
