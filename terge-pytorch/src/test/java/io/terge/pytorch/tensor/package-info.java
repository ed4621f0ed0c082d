@NullMarked
package io.terge.pytorch.tensor;

import org.jspecify.annotations.NullMarked;
