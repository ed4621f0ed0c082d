/** TorchScript archives: the tensors of a module. The code in it is never looked at. */
@NullMarked
package io.terge.pytorch.script;

import org.jspecify.annotations.NullMarked;
