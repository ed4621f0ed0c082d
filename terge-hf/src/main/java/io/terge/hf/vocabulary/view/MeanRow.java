package io.terge.hf.vocabulary.view;

import io.terge.tensor.Tensor;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The mean of rows of a tensor, read when it is first needed and then kept. */
final class MeanRow {

    private final Tensor tensor;
    private final List<Integer> rows;
    private final long row;
    private Optional<double[]> mean = Optional.empty();

    /**
     * @param rows the rows, in the order of the sum
     * @param row how many elements there are in a row
     */
    MeanRow(Tensor tensor, List<Integer> rows, long row) {
        this.tensor = tensor;
        this.rows = rows;
        this.row = row;
    }

    /** The mean; not to be changed. */
    synchronized double[] values() throws IOException {
        if (mean.isEmpty()) {
            mean = Optional.of(read());
        }
        return mean.get();
    }

    private double[] read() throws IOException {
        int length = Math.toIntExact(row);
        double[] sum = new double[length];
        double[] values = new double[length];
        for (int index : rows) {
            tensor.read(index * row, values, 0, length);
            for (int i = 0; i < length; i++) {
                sum[i] += values[i];
            }
        }
        for (int i = 0; i < length; i++) {
            sum[i] /= rows.size();
        }
        return sum;
    }
}
