@NullMarked
package io.terge.pytorch.write;

import org.jspecify.annotations.NullMarked;
