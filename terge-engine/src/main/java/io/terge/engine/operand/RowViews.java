package io.terge.engine.operand;

import io.terge.api.Operand;
import io.terge.engine.cost.OperandNeed;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;
import io.terge.tensor.Shape;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Rows of a tensor as a tensor: of bytes where they are stored, else computed. */
final class RowViews {

    private RowViews() {}

    /**
     * The rows of an operand.
     *
     * @param tensor all rows
     * @param bytes its bytes, where it is stored as its header says
     */
    static Tensor of(Operand operand, Tensor tensor, Optional<StoredBytes> bytes) {
        ParameterSpec spec = spec(operand);
        long bytesOfRow = bytesOfRow(operand.stored());
        return switch (operand.rows()) {
            case RowMap.Identity all -> tensor;
            case RowMap.Range(long first, long count) ->
                    bytes.map(
                                    stored ->
                                            Tensor.stored(
                                                    spec,
                                                    stored.slice(
                                                            first * bytesOfRow, spec.byteSize())))
                            .orElseGet(() -> new RowRange(spec, tensor, first * row(spec.shape())));
            case RowMap.Gather(List<Long> rows) when bytes.isPresent() ->
                    Tensor.stored(spec, GatheredBytes.of(bytes.get(), rows, bytesOfRow));
            case RowMap.Gather(List<Long> rows) ->
                    mean(operand, spec, tensor, rows.stream().map(List::of).toList());
            case RowMap.Mean(List<List<Long>> rows) -> mean(operand, spec, tensor, rows);
        };
    }

    private static Tensor mean(
            Operand operand, ParameterSpec spec, Tensor tensor, List<List<Long>> rows) {
        long[][] sources =
                rows.stream()
                        .map(each -> each.stream().mapToLong(Long::longValue).toArray())
                        .toArray(long[][]::new);
        return new RowMeans(
                spec, tensor, sources, row(spec.shape()), OperandNeed.ofRowPiece(operand));
    }

    private static ParameterSpec spec(Operand operand) {
        ParameterSpec stored = operand.stored();
        Shape shape = operand.shape();
        return stored.dtype().hasKnownSize()
                ? ParameterSpec.of(stored.name(), stored.dtype(), shape)
                : new ParameterSpec(
                        stored.name(), stored.dtype(), shape, rows(shape) * bytesOfRow(stored));
    }

    private static long bytesOfRow(ParameterSpec stored) {
        long rows = rows(stored.shape());
        if (rows > 0 && stored.byteSize() % rows != 0) {
            throw new IllegalArgumentException(
                    "The %d rows of %s do not fill whole bytes".formatted(rows, stored));
        }
        return rows == 0 ? 0 : stored.byteSize() / rows;
    }

    private static long rows(Shape shape) {
        return shape.rank() == 0 ? 1 : shape.dimension(0);
    }

    /** How many elements there are in a row of the first dimension. */
    private static long row(Shape shape) {
        return LongStream.range(1, shape.rank())
                .map(axis -> shape.dimension((int) axis))
                .reduce(1, (left, right) -> left * right);
    }
}
