/**
 * TorchScript archives: the names of the tensors of a module, and the same archive with other
 * weights. The code in it is never looked at.
 */
@NullMarked
package io.terge.pytorch.script;

import org.jspecify.annotations.NullMarked;
