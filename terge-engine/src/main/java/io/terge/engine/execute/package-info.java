/**
 * From a plan and bytes to bytes. Nothing here knows requests, selectors or "the base": only the
 * operands of the plan. Internal.
 *
 * <p>The way of a chunk:
 *
 * <ol>
 *   <li>{@link io.terge.engine.execute.MergeExecutor} has the models opened (the room {@code
 *       open}), opens the output, and hands a step for each parameter to the scheduler: {@code
 *       ParameterSteps}. Methods that ask for it look at the whole model first: {@code Surveys}.
 *   <li>A step has the method decide: {@code GivenParameter} is what the method sees, {@code
 *       Reductions} in the room {@code statistic} gathers what it asks for, {@code OutputCheck}
 *       looks at what it returns.
 *   <li>{@code OutputEvaluation} cuts the output into chunks, which the scheduler shares between
 *       threads. A chunk is loaded from all operands (the package {@code operand}): as {@code
 *       LinearTerms} where it is a sum, else as {@code LoadedOperands}, whose blocks {@code
 *       BlockBuffers} decodes for the method.
 *   <li>{@code ParameterWriter} rounds each block once, encodes it, and writes the chunk.
 * </ol>
 */
@NullMarked
package io.terge.engine.execute;

import org.jspecify.annotations.NullMarked;
