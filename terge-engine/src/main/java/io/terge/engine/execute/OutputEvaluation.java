package io.terge.engine.execute;

import io.terge.engine.operand.BlockBuffers;
import io.terge.engine.operand.BlockSource;
import io.terge.engine.operand.FunctionBlocks;
import io.terge.engine.operand.LinearBlocks;
import io.terge.engine.operand.LinearTerms;
import io.terge.engine.operand.LoadedOperands;
import io.terge.engine.operand.OperandTensor;
import io.terge.engine.operand.Operands;
import io.terge.engine.plugin.MethodCall;
import io.terge.engine.schedule.BlockScheduler;
import io.terge.engine.schedule.Chunk;
import io.terge.engine.schedule.ChunkWork;
import io.terge.engine.schedule.WorkerMemory;
import io.terge.spi.method.BlockFunction;
import io.terge.spi.method.Output;
import io.terge.tensor.ParameterSpec;

/**
 * Makes the numbers of one parameter, chunk by chunk, together with other threads.
 *
 * @param job the parameter
 * @param worker the thread that it runs on
 * @param writer writes the numbers
 */
record OutputEvaluation(ParameterJob job, BlockScheduler.Worker worker, ParameterWriter writer) {

    /** Writes what a method has returned. */
    void evaluate(Output output, Operands operands, MethodCall method) {
        switch (output) {
            case Output.Linear linear -> combine(LinearTerms.of(linear, operands));
            case Output.Blocks blocks -> apply(blocks.function(), operands, method);
            case Output.Rows rows -> apply(rows.function(), operands, method);
            case Output.Whole whole -> write(whole.values());
        }
    }

    /** Writes a linear combination. */
    void combine(LinearTerms terms) {
        forEachChunk(
                (chunk, memory) -> {
                    LinearTerms.Loaded loaded = terms.load(chunk.start(), chunk.length(), memory);
                    // A block may be a long row, which a sum is not bound to.
                    int block = Math.min(job.cut().blockElements(), memory.longestBlock());
                    writer.write(spec(), chunk, block, memory, new LinearBlocks(loaded));
                });
    }

    /** Copies stored bytes as they are. */
    void copyBytes(OperandTensor from) {
        worker.forEachChunk(
                spec().byteSize(),
                job.cut().copiedBytes(),
                (chunk, memory) -> {
                    writer.copy(from, spec(), chunk, memory);
                    job.progress().add(chunk.length());
                });
    }

    private void apply(BlockFunction function, Operands operands, MethodCall method) {
        forEachChunk(
                (chunk, memory) -> {
                    LoadedOperands loaded =
                            LoadedOperands.of(operands, chunk.start(), chunk.length(), memory);
                    int longest = Math.min(job.cut().blockElements(), chunk.length());
                    BlockBuffers block = BlockBuffers.written(loaded, chunk.start(), longest);
                    write(chunk, memory, new FunctionBlocks(function, block, method));
                });
    }

    private void write(double[] values) {
        worker.forEachChunk(
                job.elements(),
                job.cut().chunkElements(),
                (chunk, memory) -> {
                    memory.reset();
                    int start = Math.toIntExact(chunk.start());
                    double[] numbers = memory.array(0, job.cut().blockElements());
                    write(
                            chunk,
                            memory,
                            (at, length) -> {
                                System.arraycopy(values, start + at, numbers, 0, length);
                                return numbers;
                            });
                });
    }

    private void forEachChunk(ChunkWork work) {
        worker.forEachChunk(
                job.elements(),
                job.cut().chunkElements(),
                (chunk, memory) -> {
                    work.run(chunk, memory);
                    job.read(chunk.length());
                });
    }

    private void write(Chunk chunk, WorkerMemory memory, BlockSource source) {
        writer.write(spec(), chunk, job.cut().blockElements(), memory, source);
    }

    private ParameterSpec spec() {
        return job.plan().output();
    }
}
