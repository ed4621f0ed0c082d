package io.terge.engine.operand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.Operand;
import io.terge.engine.cost.OperandNeed;
import io.terge.engine.fixture.ComputedTensor;
import io.terge.engine.fixture.Plans;
import io.terge.engine.schedule.ScratchRegion;
import io.terge.tensor.DType;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;
import io.terge.tensor.Shape;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

/** Compared with plain loops over a two-dimensional array. */
class RowViewsTest {

    private static final int ROWS = 23;

    private static final List<RowMap> MAPS =
            List.of(
                    new RowMap.Range(0, ROWS),
                    new RowMap.Range(5, 7),
                    new RowMap.Range(ROWS, 0),
                    new RowMap.Gather(List.of(3L, 3L, 22L, 0L, 4L, 5L, 6L, 1L)),
                    new RowMap.Gather(List.of()),
                    new RowMap.Mean(
                            List.of(
                                    List.of(1L, 2L, 3L),
                                    List.of(),
                                    List.of(22L),
                                    List.of(7L, 7L, 0L, 9L, 11L))));

    @ParameterizedTest
    @FieldSource("MAPS")
    void areWhatPlainLoopsMakeOfThem(RowMap map) throws IOException {
        for (int columns : new int[] {1, 3, 1500}) {
            double[][] rows = numbers(columns);
            double[] expected = expected(map, rows);
            Operand operand = operand(map, columns);
            for (Tensor all : List.of(stored(rows), computed(rows))) {
                Tensor view = RowViews.of(operand, all, all.bytes());
                assertThat(view.spec().shape()).isEqualTo(operand.shape());
                checkEveryCut(view, expected, operand);
            }
        }
    }

    @Test
    void areStoredWhereTheTensorIsAndNothingIsAveraged() {
        Tensor stored = stored(numbers(3));
        RowMap.Gather gather = new RowMap.Gather(List.of(2L, 1L));
        RowMap.Mean mean = new RowMap.Mean(List.of(List.of(2L), List.of(1L)));
        assertThat(view(gather, stored).bytes()).isPresent();
        assertThat(view(new RowMap.Range(1, 2), stored).bytes()).isPresent();
        assertThat(view(mean, stored).bytes()).isEmpty();
        assertThat(view(gather, computed(numbers(3))).bytes()).isEmpty();
    }

    @Test
    void rowsInMemoryThatFollowEachOtherAreNotCopied() {
        StoredBytes bytes = view(new RowMap.Range(1, 2), stored(numbers(3))).bytes().orElseThrow();
        assertThat(bytes.memory()).isPresent();
        assertThat(bytes.size()).isEqualTo(2 * 3 * 4);
    }

    @Test
    void elementsBehindTheEndAreRefused() {
        Tensor view = view(new RowMap.Mean(List.of(List.of(0L))), stored(numbers(3)));
        assertThatThrownBy(() -> view.load(1, 3, bytes -> Arena.ofAuto().allocate(bytes)))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void rowsOfTypesThatNobodyKnowsAreBytes() throws IOException {
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        ParameterSpec spec = new ParameterSpec("w", DType.named("F3_MADE_UP"), Shape.of(3, 8), 9);
        Operand operand =
                Plans.operand(0, spec, new RowMap.Gather(List.of(2L, 0L)), Footprint.stored(spec));
        Tensor all = Tensor.stored(spec, MemorySegment.ofArray(bytes));
        Tensor view = RowViews.of(operand, all, all.bytes());
        byte[] read = new byte[6];
        view.bytes().orElseThrow().read(0, MemorySegment.ofArray(read));
        assertThat(read).containsExactly(7, 8, 9, 1, 2, 3);
    }

    // In scratch of the size that is planned for a chunk.
    private static void checkEveryCut(Tensor view, double[] expected, Operand operand)
            throws IOException {
        for (int chunk : new int[] {1, 2, 700, 1 << 20}) {
            int most = Math.min(chunk, Math.max(1, expected.length));
            long size = Math.max(8L, 4L) * most + 64 + OperandNeed.ofRowPiece(operand);
            double[] read = new double[expected.length];
            int length;
            for (int at = 0; at < read.length; at += length) {
                length = Math.min(most, read.length - at);
                try (Arena arena = Arena.ofConfined()) {
                    Tensor.Part part =
                            view.load(at, length, new ScratchRegion(arena.allocate(size, 64)));
                    int half = length / 2;
                    part.decode(half, read, at + half, length - half);
                    part.decode(0, read, at, half);
                }
            }
            assertThat(read).as("in chunks of %d", chunk).isEqualTo(expected);
        }
    }

    private static double[] expected(RowMap map, double[][] rows) {
        List<List<Long>> sources =
                switch (map) {
                    case RowMap.Identity all -> throw new AssertionError(all);
                    case RowMap.Range(long first, long count) ->
                            LongStream.range(first, first + count)
                                    .mapToObj(List::<Long>of)
                                    .toList();
                    case RowMap.Gather(List<Long> of) -> of.stream().map(List::of).toList();
                    case RowMap.Mean(List<List<Long>> of) -> of;
                };
        int columns = rows[0].length;
        List<Double> numbers = new ArrayList<>();
        for (List<Long> source : sources) {
            for (int c = 0; c < columns; c++) {
                numbers.add(mean(source, rows, c));
            }
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double mean(List<Long> source, double[][] rows, int column) {
        if (source.isEmpty()) {
            return 0;
        }
        double sum = rows[source.getFirst().intValue()][column];
        for (long row : source.subList(1, source.size())) {
            sum += rows[(int) row][column];
        }
        return sum / source.size();
    }

    // Some of them -0, which a sum that starts with 0 would lose.
    private static double[][] numbers(int columns) {
        Random random = new Random(columns);
        double[][] rows = new double[ROWS][columns];
        for (double[] row : rows) {
            for (int c = 0; c < columns; c++) {
                row[c] = random.nextInt(5) == 0 ? -0.0 : (float) random.nextGaussian();
            }
        }
        return rows;
    }

    private static Tensor view(RowMap map, Tensor all) {
        return RowViews.of(operand(map, 3), all, all.bytes());
    }

    private static Operand operand(RowMap map, int columns) {
        ParameterSpec spec = spec(columns);
        return Plans.operand(0, spec, map, Footprint.stored(spec));
    }

    private static Tensor stored(double[][] rows) {
        float[] values = new float[ROWS * rows[0].length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) at(rows, i);
        }
        MemorySegment memory = Arena.ofAuto().allocate(values.length * 4L, 64);
        memory.copyFrom(MemorySegment.ofArray(values));
        return new TensorArray(DType.F32, Shape.of(ROWS, rows[0].length), memory).tensor("w");
    }

    private static Tensor computed(double[][] rows) {
        Tensor computed = new ComputedTensor(spec(rows[0].length), element -> at(rows, element));
        assertThat(computed.bytes()).isEqualTo(Optional.empty());
        return computed;
    }

    private static double at(double[][] rows, long element) {
        int columns = rows[0].length;
        return rows[(int) (element / columns)][(int) (element % columns)];
    }

    private static ParameterSpec spec(int columns) {
        return ParameterSpec.of("w", DType.F32, Shape.of(ROWS, columns));
    }
}
