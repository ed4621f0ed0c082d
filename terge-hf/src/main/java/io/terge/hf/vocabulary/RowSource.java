package io.terge.hf.vocabulary;

import java.util.List;

/** What a row of an embedding or a head is made of. */
public sealed interface RowSource {

    /**
     * A row of a model.
     *
     * @param model the index of the model
     * @param row the index of the row
     */
    record Row(int model, int row) implements RowSource {}

    /**
     * The mean of rows.
     *
     * @param rows at least two
     */
    record Mean(List<Row> rows) implements RowSource {

        public Mean {
            rows = List.copyOf(rows);
        }
    }

    /** A combination of rows of the model itself, computed when it is read. */
    record Combined() implements RowSource {}

    /** Zeros. */
    record Zero() implements RowSource {}

    /** The mean of all rows of the model itself that belong to tokens. */
    record MeanOfTokens() implements RowSource {}

    /**
     * The mean of rows of the output, as they are for the model.
     *
     * @param rows those that belong to tokens
     */
    record MeanOfOutput(List<Integer> rows) implements RowSource {

        public MeanOfOutput {
            rows = List.copyOf(rows);
        }
    }
}
