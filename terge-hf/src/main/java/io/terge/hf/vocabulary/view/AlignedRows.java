package io.terge.hf.vocabulary.view;

import io.terge.hf.transplant.Combination;
import io.terge.hf.vocabulary.RowSource;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The rows of an output parameter, and the tensors that they are read from.
 *
 * @param spec the parameter with the rows of the output
 * @param own the index of the model whose parameter it is
 * @param sources what each row is made of
 * @param held the tensors by the index of their model
 * @param tokenRows the rows of the model itself that belong to tokens
 * @param donor the rows by which {@link RowSource.Combined} ones are computed, if there are any
 */
record AlignedRows(
        ParameterSpec spec,
        int own,
        List<RowSource> sources,
        Map<Integer, Held> held,
        List<Integer> tokenRows,
        Optional<DonorRows> donor) {

    /** How many elements are worked on at a time. */
    static final int PIECE = 4096;

    // A computed tensor may take several parts, each of which begins aligned.
    private static final int MOST_PARTS = 8;

    AlignedRows {
        sources = List.copyOf(sources);
        held = Map.copyOf(held);
        tokenRows = List.copyOf(tokenRows);
    }

    /**
     * A tensor of a model.
     *
     * @param tensor the tensor
     * @param rows how many rows it has
     * @param footprint what reading it costs
     */
    record Held(Tensor tensor, int rows, Footprint footprint) {}

    /** The tensor of a model. */
    Held of(int model) {
        return Objects.requireNonNull(held.get(model), "a source of rows that is not there");
    }

    /** How many elements there are in a row. */
    long row() {
        return spec.elements() / sources.size();
    }

    /** How many bytes of scratch loading a piece takes. */
    long room() {
        return held.values().stream()
                .map(Held::footprint)
                .mapToLong(
                        each ->
                                (long) each.scratchPerElement() * PIECE
                                        + each.scratchPerChunk()
                                        + MOST_PARTS * RowPieces.ALIGNMENT)
                .max()
                .orElse(0);
    }

    Footprint footprint() {
        long bytes = sources.stream().mapToLong(this::bytesOf).sum();
        if (sources.contains(new RowSource.MeanOfTokens())) {
            bytes += of(own).footprint().bytesRead();
        }
        bytes += meanOfOutput().rows().stream().mapToLong(row -> bytesOf(sources.get(row))).sum();
        boolean isCombined = sources.contains(new RowSource.Combined());
        long chunk = room() + RowPieces.ALIGNMENT;
        long heldByAll = held.values().stream().mapToLong(one -> one.footprint().held()).sum();
        if (!isCombined || donor.isEmpty()) {
            return Footprint.of(bytes, Double.BYTES, chunk).withHeld(heldByAll);
        }
        // Rows that are combined are read again and again, but not from storage.
        return Footprint.of(
                        bytes + donor.get().bytesRead(),
                        Double.BYTES,
                        chunk + donor.get().perThread())
                .withHeld(heldByAll + donor.get().held());
    }

    /** What a row of the output is combined from. */
    Combination combination(int output) throws IOException {
        return donorRows().combination(output);
    }

    /** The row of the model that a combination means by a column. */
    RowSource.Row column(int column) {
        return new RowSource.Row(own, donorRows().own(column));
    }

    private DonorRows donorRows() {
        return donor.orElseThrow(() -> new IllegalStateException("No row is combined"));
    }

    /** The rows of the output whose mean is a row of it; none if there is no such row. */
    RowSource.MeanOfOutput meanOfOutput() {
        return sources.stream()
                .filter(RowSource.MeanOfOutput.class::isInstance)
                .map(RowSource.MeanOfOutput.class::cast)
                .findFirst()
                .orElseGet(() -> new RowSource.MeanOfOutput(List.of()));
    }

    private long bytesOf(RowSource source) {
        return switch (source) {
            case RowSource.Row row -> bytesOfRow(row);
            case RowSource.Mean mean -> mean.rows().stream().mapToLong(this::bytesOfRow).sum();
            case RowSource.Combined combined -> 0;
            case RowSource.Zero zero -> 0;
            case RowSource.MeanOfTokens all -> 0; // Counted once.
            case RowSource.MeanOfOutput all -> 0; // Counted once.
        };
    }

    private long bytesOfRow(RowSource.Row row) {
        Held from = of(row.model());
        return from.footprint().bytesRead() / from.rows();
    }
}
