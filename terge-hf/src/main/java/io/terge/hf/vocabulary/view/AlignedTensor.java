package io.terge.hf.vocabulary.view;

import io.terge.hf.transplant.Combination;
import io.terge.hf.vocabulary.RowSource;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Scratch;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** An embedding or a head with the rows of the output, gathered chunk by chunk. */
final class AlignedTensor implements Tensor {

    private static final int PIECE = AlignedRows.PIECE;

    private final AlignedRows rows;
    private final long row;
    private final MeanRow mean;
    private final MeanRow meanOfOutput;

    AlignedTensor(AlignedRows rows) {
        this.rows = rows;
        this.row = rows.row();
        this.mean = new MeanRow(rows.of(rows.own()).tensor(), rows.tokenRows(), row);
        this.meanOfOutput = new MeanRow(this, rows.meanOfOutput().rows(), row);
    }

    @Override
    public ParameterSpec spec() {
        return rows.spec();
    }

    @Override
    public Part load(long start, int count, Scratch scratch) throws IOException {
        Objects.checkFromIndexSize(start, count, spec().elements());
        MemorySegment numbers = scratch.take((long) count * Double.BYTES);
        RowPieces pieces = new RowPieces(scratch.take(rows.room()));
        double[] sum = new double[PIECE];
        int length;
        for (int done = 0; done < count; done += length) {
            length = piece(start + done, Math.min(PIECE, count - done), pieces, sum);
            MemorySegment.copy(
                    sum, 0, numbers, ValueLayout.JAVA_DOUBLE, (long) done * Double.BYTES, length);
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

    /** Reads elements, at most so many, and returns how many these are. */
    private int piece(long start, int most, RowPieces pieces, double[] into) throws IOException {
        int index = (int) (start / row);
        long within = start % row;
        int inRow = (int) Math.min(most, row - within);
        switch (rows.sources().get(index)) {
            case RowSource.Row first -> {
                int length = (int) Math.min(most, run(index, first, most) * row - within);
                read(first, within, length, pieces, into);
                return length;
            }
            case RowSource.Mean(List<RowSource.Row> several) ->
                    mean(several, within, inRow, pieces, into);
            case RowSource.Combined combined -> combine(index, within, inRow, pieces, into);
            case RowSource.Zero zero -> Arrays.fill(into, 0, inRow, 0);
            case RowSource.MeanOfTokens all ->
                    System.arraycopy(mean.values(), (int) within, into, 0, inRow);
            case RowSource.MeanOfOutput all ->
                    System.arraycopy(meanOfOutput.values(), (int) within, into, 0, inRow);
        }
        return inRow;
    }

    /** How many rows follow one another in their tensor, too, as far as a piece reaches. */
    private long run(int index, RowSource.Row first, int most) {
        int run = 1;
        while (run * row < most + row
                && index + run < rows.sources().size()
                && rows.sources().get(index + run) instanceof RowSource.Row(int model, int next)
                && model == first.model()
                && next == first.row() + run) {
            run++;
        }
        return run;
    }

    private void mean(
            List<RowSource.Row> several, long within, int length, RowPieces pieces, double[] sum)
            throws IOException {
        double[] values = new double[length];
        read(several.getFirst(), within, length, pieces, sum);
        for (RowSource.Row one : several.subList(1, several.size())) {
            read(one, within, length, pieces, values);
            for (int i = 0; i < length; i++) {
                sum[i] += values[i];
            }
        }
        for (int i = 0; i < length; i++) {
            sum[i] /= several.size();
        }
    }

    /** A row that has nothing in common with others is the mean, like one without a token. */
    private void combine(int index, long within, int length, RowPieces pieces, double[] sum)
            throws IOException {
        Combination combination = rows.combination(index);
        if (combination.size() == 0) {
            System.arraycopy(mean.values(), (int) within, sum, 0, length);
            return;
        }
        double[] values = new double[length];
        for (int term = 0; term < combination.size(); term++) {
            double coefficient = combination.coefficient(term);
            read(rows.column(combination.column(term)), within, length, pieces, values);
            for (int i = 0; i < length; i++) {
                double product = coefficient * values[i];
                sum[i] = term == 0 ? product : sum[i] + product;
            }
        }
    }

    private void read(
            RowSource.Row source, long within, int length, RowPieces pieces, double[] into)
            throws IOException {
        rows.of(source.model())
                .tensor()
                .load(source.row() * row + within, length, pieces.again())
                .decode(0, into, 0, length);
    }
}
