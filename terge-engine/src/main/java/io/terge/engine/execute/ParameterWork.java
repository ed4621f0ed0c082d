package io.terge.engine.execute;

import io.terge.spi.BlockFunction;
import io.terge.spi.Matrix;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

/**
 * The work on one parameter, which is shared with other threads chunk by chunk.
 *
 * @param spec the output
 * @param tensors what it is made from
 * @param cut how the work is cut up
 * @param worker the thread that it runs on
 * @param writer writes the output
 * @param progress counts what has been read
 */
record ParameterWork(
        ParameterSpec spec,
        ParameterTensors tensors,
        WorkCut cut,
        BlockScheduler.Worker worker,
        ParameterWriter writer,
        Progress.OfParameter progress) {

    /** Writes a linear combination. */
    void combine(double baseCoefficient, double[] coefficients) {
        forEachChunk(
                (chunk, loaded) ->
                        write(
                                chunk,
                                loaded.scratch(),
                                (at, length) ->
                                        loaded.combine(baseCoefficient, coefficients, at, length)));
    }

    /** Writes what a function makes of each block. */
    void forEachBlock(BlockFunction function) {
        forEachChunk(
                (chunk, loaded) -> {
                    int longest = Math.min(cut.blockElements(), chunk.length());
                    BlockBuffers block = BlockBuffers.written(loaded, chunk.start(), longest);
                    write(
                            chunk,
                            loaded.scratch(),
                            (at, length) -> {
                                block.read(at, length);
                                function.apply(block);
                                return block.output();
                            });
                });
    }

    /** Writes numbers that are there already. */
    void write(double[] values) {
        worker.forEachChunk(
                spec.elements(),
                cut.chunkElements(),
                (chunk, scratch) -> {
                    scratch.reset();
                    int start = Math.toIntExact(chunk.start());
                    double[] numbers = scratch.array(0, cut.blockElements());
                    write(
                            chunk,
                            scratch,
                            (at, length) -> {
                                System.arraycopy(values, start + at, numbers, 0, length);
                                return numbers;
                            });
                });
    }

    /** Copies stored bytes as they are. */
    void copyBytes(ModelTensor from) {
        worker.forEachChunk(
                spec.byteSize(),
                cut.copiedBytes(),
                (chunk, scratch) -> {
                    writer.copy(from, chunk, scratch);
                    progress.add(chunk.length());
                });
    }

    /** Reads a whole tensor. */
    Matrix matrix(ModelTensor tensor) {
        double[] values = new double[Math.toIntExact(spec.elements())];
        worker.forEachChunk(
                values.length,
                cut.chunkElements(),
                (chunk, scratch) -> {
                    scratch.reset();
                    int start = Math.toIntExact(chunk.start());
                    TensorPart part = TensorPart.load(tensor, start, chunk.length(), scratch);
                    part.read(scratch, 0, values, start, chunk.length());
                    progress.add((long) chunk.length() * tensor.bytesPerElement());
                });
        Shape shape = spec.shape();
        int rows = shape.rank() < 2 ? 1 : Math.toIntExact(shape.dimension(0));
        return new Matrix(rows, rows == 0 ? 0 : values.length / rows, values);
    }

    /** Statistics of what the parameter is made from. */
    Statistics statistics() {
        int blocks = Math.max(1, cut.chunkElements() / WorkCut.STATISTIC_BLOCK);
        return new Statistics(
                worker,
                tensors,
                spec.elements(),
                blocks * WorkCut.STATISTIC_BLOCK,
                elements -> progress.add(elements * tensors.bytesPerElement()));
    }

    private void forEachChunk(LoadedWork work) {
        worker.forEachChunk(
                spec.elements(),
                cut.chunkElements(),
                (chunk, scratch) -> {
                    work.run(
                            chunk, LoadedChunk.of(tensors, chunk.start(), chunk.length(), scratch));
                    progress.add((long) chunk.length() * tensors.bytesPerElement());
                });
    }

    private void write(Chunk chunk, Scratch scratch, ParameterWriter.BlockSource source) {
        writer.write(spec, chunk, cut.blockElements(), scratch, source);
    }

    @FunctionalInterface
    private interface LoadedWork {
        void run(Chunk chunk, LoadedChunk loaded);
    }
}
