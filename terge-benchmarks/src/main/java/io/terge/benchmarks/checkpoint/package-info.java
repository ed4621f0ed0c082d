/**
 * Synthetic checkpoints of the shape of Llama models, written and read without terge's own code.
 */
@NullMarked
package io.terge.benchmarks.checkpoint;

import org.jspecify.annotations.NullMarked;
