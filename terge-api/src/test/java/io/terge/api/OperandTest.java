package io.terge.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.tensor.DType;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.TreeMap;

class OperandTest {

    private static final ParameterSpec STORED = ParameterSpec.of("w", DType.BF16, Shape.of(4, 5));

    @Test
    void allRowsAreReadOnce() {
        assertThat(of(RowMap.all()).shape()).isEqualTo(Shape.of(4, 5));
        assertThat(of(RowMap.all()).bytesRead()).isEqualTo(40);
    }

    @Test
    void aRangeIsItsShareOfTheParameter() {
        assertThat(of(new RowMap.Range(1, 3)).shape()).isEqualTo(Shape.of(3, 5));
        assertThat(of(new RowMap.Range(1, 3)).bytesRead()).isEqualTo(30);
    }

    @Test
    void rowsCountAsOftenAsTheyAreRead() {
        assertThat(of(new RowMap.Gather(List.of(0L, 0L, 0L, 3L, 0L, 0L))).bytesRead())
                .isEqualTo(60);
        RowMap.Mean mean = new RowMap.Mean(List.of(List.of(0L, 1L, 2L), List.of(), List.of(0L)));
        assertThat(of(mean).shape()).isEqualTo(Shape.of(3, 5));
        assertThat(of(mean).bytesRead()).isEqualTo(40);
    }

    @Test
    void aComputedParameterTakesItsShareOfWhatIsBehindIt() {
        Operand computed =
                new Operand(
                        0,
                        STORED,
                        new RowMap.Range(0, 1),
                        Footprint.of(1000, 4, 64),
                        1,
                        new TreeMap<>());
        assertThat(computed.bytesRead()).isEqualTo(250);
    }

    @Test
    void aParameterWithoutElementsTakesNothing() {
        ParameterSpec empty = ParameterSpec.of("w", DType.F32, Shape.of(0, 5));
        assertThat(operand(0, empty, RowMap.all()).bytesRead()).isZero();
        assertThat(operand(0, empty, new RowMap.Gather(List.of())).bytesRead()).isZero();
        ParameterSpec scalar = ParameterSpec.of("w", DType.F32, Shape.of());
        assertThat(operand(0, scalar, new RowMap.Gather(List.of(0L, 0L))).bytesRead()).isEqualTo(8);
    }

    private static Operand of(RowMap rows) {
        return operand(0, STORED, rows);
    }

    static Operand operand(int model, ParameterSpec stored, RowMap rows) {
        return new Operand(model, stored, rows, Footprint.stored(stored), 1, new TreeMap<>());
    }
}
