package io.terge.engine.operand;

import io.terge.engine.cost.OperandNeed;
import io.terge.engine.schedule.ScratchRegion;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Scratch;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * Means of rows of a tensor, in {@code double}: the sum starts with the first row of a list, goes
 * in its order, and is divided by their number. The mean of one row is that row; of none, zeros.
 */
final class RowMeans implements Tensor {

    private static final int PIECE = OperandNeed.ROW_PIECE;

    private final ParameterSpec spec;
    private final Tensor all;
    private final long[][] sources;
    private final long row;
    private final long room;

    /**
     * Makes the tensor.
     *
     * @param spec the means
     * @param all the tensor whose rows are averaged
     * @param sources which of them, for each row
     * @param row how many elements there are in a row
     * @param room how many bytes of scratch loading a piece of a row takes
     */
    RowMeans(ParameterSpec spec, Tensor all, long[][] sources, long row, long room) {
        this.spec = spec;
        this.all = all;
        this.sources = sources;
        this.row = row;
        this.room = room;
    }

    @Override
    public ParameterSpec spec() {
        return spec;
    }

    @Override
    public Part load(long start, int count, Scratch scratch) throws IOException {
        Objects.checkFromIndexSize(start, count, spec.elements());
        MemorySegment numbers = scratch.take((long) count * Double.BYTES);
        ScratchRegion pieces = new ScratchRegion(scratch.take(room));
        double[] sum = new double[PIECE];
        double[] values = new double[PIECE];
        int length;
        for (int done = 0; done < count; done += length) {
            long within = (start + done) % row;
            length = (int) Math.min(Math.min(PIECE, row - within), count - done);
            long[] rows = sources[(int) ((start + done) / row)];
            for (int r = 0; r < rows.length; r++) {
                pieces.reset();
                all.load(rows[r] * row + within, length, pieces)
                        .decode(0, r == 0 ? sum : values, 0, length);
                if (r > 0) {
                    add(sum, values, length);
                }
            }
            divide(sum, rows.length, length);
            copy(sum, 0, numbers, done, length);
        }
        return (at, into, from, size) ->
                MemorySegment.copy(
                        numbers,
                        ValueLayout.JAVA_DOUBLE,
                        (long) at * Double.BYTES,
                        into,
                        from,
                        size);
    }

    private static void add(double[] sum, double[] values, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] += values[i];
        }
    }

    private static void divide(double[] sum, int count, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] = count == 0 ? 0 : sum[i] / count;
        }
    }

    private static void copy(double[] from, int first, MemorySegment into, int at, int length) {
        MemorySegment.copy(
                from, first, into, ValueLayout.JAVA_DOUBLE, (long) at * Double.BYTES, length);
    }
}
