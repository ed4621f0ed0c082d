/** Tests of the adapter. */
@NullMarked
package io.terge.djl.memory;

import org.jspecify.annotations.NullMarked;
