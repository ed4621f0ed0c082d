/** Tests of DJL models in merges. Those that need native code are marked with NativeTest. */
@NullMarked
package io.terge.djl;

import org.jspecify.annotations.NullMarked;
