/**
 * From an operand of a plan to numbers: a tensor of an open model, or rows of one, whose failures
 * name the model and its adapter; and the operands of a parameter together, chunk by chunk, as a
 * sum or in blocks. Start at {@link io.terge.engine.operand.OperandTensor}. Internal.
 */
@NullMarked
package io.terge.engine.operand;

import org.jspecify.annotations.NullMarked;
