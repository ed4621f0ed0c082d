package io.terge.engine.execute;

import io.terge.engine.model.OpenTarget;
import io.terge.engine.operand.OperandTensor;
import io.terge.engine.schedule.Chunk;
import io.terge.engine.schedule.WorkerMemory;
import io.terge.tensor.ParameterSpec;

import java.lang.foreign.MemorySegment;

/** Writes the output's parameters, chunk by chunk: rounds once, encodes, writes. */
record ParameterWriter(OpenTarget target) {

    /** Gives the numbers of the blocks of a chunk. */
    @FunctionalInterface
    interface BlockSource {

        /** Returns the numbers of a block, in the first places of an array. */
        double[] numbers(int at, int length);
    }

    /** Writes a chunk of numbers; what the thread has loaded for it stays. */
    void write(
            ParameterSpec spec,
            Chunk chunk,
            int blockElements,
            WorkerMemory memory,
            BlockSource source) {
        int size = spec.dtype().bits() / Byte.SIZE;
        MemorySegment encoded = memory.take((long) chunk.length() * size);
        int length;
        for (int at = 0; at < chunk.length(); at += length) {
            length = Math.min(blockElements, chunk.length() - at);
            double[] numbers = source.numbers(at, length);
            memory.encode(spec.dtype(), numbers, length, encoded, (long) at * size);
        }
        target.write(spec.name(), chunk.start() * size, encoded);
    }

    /** Writes a chunk of stored bytes as they are. */
    void copy(OperandTensor from, ParameterSpec to, Chunk bytes, WorkerMemory memory) {
        memory.reset();
        target.write(to.name(), bytes.start(), from.bytes(bytes.start(), bytes.length(), memory));
    }
}
