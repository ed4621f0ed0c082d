package io.terge.engine.execute;

import io.terge.engine.operand.BlockSource;
import io.terge.engine.operand.OperandTensor;
import io.terge.engine.schedule.Chunk;
import io.terge.engine.schedule.WorkerMemory;
import io.terge.tensor.ElementCodec;
import io.terge.tensor.ParameterSpec;

import java.lang.foreign.MemorySegment;

/**
 * Writes the output's parameters, chunk by chunk: rounds once, encodes, writes.
 *
 * @param target where
 * @param counts counts what is not finite
 */
record ParameterWriter(Target target, ValueCounts counts) {

    /** Where the bytes of parameters go. */
    @FunctionalInterface
    interface Target {

        /** Writes part of a parameter. */
        void write(String parameter, long offset, MemorySegment bytes);
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
            long offset = (long) at * size;
            memory.encode(spec.dtype(), numbers, length, encoded, offset);
            boolean isFinite = memory.areFinite(spec.dtype(), encoded, offset, length);
            if (!isFinite) {
                countOutput(spec, numbers, length, encoded.asSlice(offset));
            }
            source.count(
                    at,
                    length,
                    isFinite,
                    (model, count) -> counts.model(spec.name(), model, count));
        }
        target.write(spec.name(), chunk.start() * size, encoded);
    }

    private void countOutput(
            ParameterSpec spec, double[] numbers, int length, MemorySegment encoded) {
        ElementCodec codec = ElementCodec.of(spec.dtype());
        double[] stored = new double[1];
        long notFinite = 0;
        long outOfRange = 0;
        for (int i = 0; i < length; i++) {
            codec.decode(encoded, (long) i * codec.bytesPerElement(), stored, 0, 1);
            if (!Double.isFinite(stored[0])) {
                notFinite++;
                outOfRange += Double.isFinite(numbers[i]) ? 1 : 0;
            }
        }
        counts.output(spec.name(), notFinite, outOfRange);
    }

    /** Writes a chunk of stored bytes as they are. */
    void copy(OperandTensor from, ParameterSpec to, Chunk bytes, WorkerMemory memory) {
        memory.reset();
        target.write(to.name(), bytes.start(), from.bytes(bytes.start(), bytes.length(), memory));
    }
}
