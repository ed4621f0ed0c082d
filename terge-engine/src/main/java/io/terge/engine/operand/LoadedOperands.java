package io.terge.engine.operand;

import io.terge.engine.schedule.WorkerMemory;

import java.util.List;
import java.util.Optional;

/**
 * A chunk of all that a parameter is merged from, on the thread that works on it.
 *
 * @param inputs the models' parts
 * @param base the base's part, where it is read apart
 * @param memory the thread's memory
 */
public record LoadedOperands(
        List<OperandPart> inputs, Optional<OperandPart> base, WorkerMemory memory) {

    /** Loads a chunk; what was loaded before on this thread is gone. */
    public static LoadedOperands of(
            Operands operands, long start, int length, WorkerMemory memory) {
        memory.reset();
        return new LoadedOperands(
                operands.inputs().stream().map(input -> input.load(start, length, memory)).toList(),
                operands.base().map(base -> base.load(start, length, memory)),
                memory);
    }
}
