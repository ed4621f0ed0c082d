package io.terge.hf.vocabulary.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.hf.vocabulary.RowSource;
import io.terge.hf.vocabulary.RowSource.Mean;
import io.terge.hf.vocabulary.RowSource.MeanOfTokens;
import io.terge.hf.vocabulary.RowSource.Row;
import io.terge.hf.vocabulary.RowSource.Zero;
import io.terge.tensor.DType;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Scratch;
import io.terge.tensor.Shape;
import io.terge.tensor.Tensor;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class AlignedTensorTest {

    private static final List<RowSource> SOURCES =
            List.of(
                    new Row(0, 1),
                    new Row(0, 2),
                    new Row(1, 0),
                    new MeanOfTokens(),
                    new Mean(List.of(new Row(1, 1), new Row(0, 0), new Row(0, 2))),
                    new Row(0, 0),
                    new Zero());

    @Test
    void everyChunkIsThatPartOfTheWhole() throws IOException {
        AlignedRows rows = rows(2, new float[] {1, 2, 3, 4, 5, 6}, new float[] {10, 20, 31, 40});
        double[] whole = {3, 4, 5, 6, 10, 20, 2, 3, 37.0 / 3, 16, 1, 2, 0, 0};
        for (int start = 0; start < whole.length; start++) {
            for (int count = 1; count <= whole.length - start; count++) {
                double[] part = load(rows, start, count);
                for (int i = 0; i < count; i++) {
                    assertThat(part[i]).isEqualTo(whole[start + i]);
                }
            }
        }
    }

    @Test
    void rowsMayBeLongerThanAPiece() throws IOException {
        int width = AlignedRows.PIECE + 3;
        float[] own = new float[3 * width];
        float[] other = new float[2 * width];
        for (int i = 0; i < own.length; i++) {
            own[i] = i;
        }
        for (int i = 0; i < other.length; i++) {
            other[i] = -i;
        }
        double[] all = load(rows(width, own, other), 0, SOURCES.size() * width);
        for (int i = 0; i < width; i++) {
            assertThat(all[i]).isEqualTo(width + i);
            assertThat(all[width + i]).isEqualTo(2 * width + i);
            assertThat(all[2 * width + i]).isEqualTo(-i);
            assertThat(all[3 * width + i]).isEqualTo((i + (double) width + i) / 2);
            assertThat(all[4 * width + i])
                    .isEqualTo((-((double) width + i) + i + 2.0 * width + i) / 3);
            assertThat(all[5 * width + i]).isEqualTo(i);
            assertThat(all[6 * width + i]).isZero();
        }
    }

    @Test
    void whatIsReadIsCounted() {
        Footprint footprint =
                rows(2, new float[] {1, 2, 3, 4, 5, 6}, new float[] {1, 2, 3, 4}).footprint();
        // 4 rows, 3 of a mean, and all 3 rows of the first, of 8 bytes each
        assertThat(footprint.bytesRead()).isEqualTo((4 + 3 + 3) * 8);
    }

    /** Two models of 3 and of 2 rows; the last row of the first is padding. */
    private static AlignedRows rows(int width, float[] own, float[] other) {
        return new AlignedRows(
                ParameterSpec.of("e", DType.F32, Shape.of(SOURCES.size(), width)),
                0,
                SOURCES,
                Map.of(0, held(width, own), 1, held(width, other)),
                List.of(0, 1),
                Optional.empty());
    }

    private static AlignedRows.Held held(int width, float[] values) {
        Tensor tensor = TensorArray.of(values, values.length / width, width).tensor("e");
        return new AlignedRows.Held(tensor, values.length / width, Footprint.stored(tensor.spec()));
    }

    /** Loads with no more memory than the footprint allows. */
    private static double[] load(AlignedRows rows, int start, int count) throws IOException {
        Footprint footprint = rows.footprint();
        long allowed = (long) footprint.scratchPerElement() * count + footprint.scratchPerChunk();
        double[] values = new double[count];
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(allowed, RowPieces.ALIGNMENT);
            Scratch scratch = new RowPieces(memory);
            new AlignedTensor(rows).load(start, count, scratch).decode(0, values, 0, count);
        }
        return values;
    }
}
