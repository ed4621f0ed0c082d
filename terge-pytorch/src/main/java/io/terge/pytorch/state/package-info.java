/**
 * State dicts: which part of what was saved is one, and the names of its tensors. Training
 * checkpoints contain much else, which is named and left out.
 */
@NullMarked
package io.terge.pytorch.state;

import org.jspecify.annotations.NullMarked;
