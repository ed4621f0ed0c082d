/** Tests of the makers of checkpoints. */
@NullMarked
package io.terge.benchmarks.checkpoint;

import org.jspecify.annotations.NullMarked;
