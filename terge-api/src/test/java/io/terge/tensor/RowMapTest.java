package io.terge.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class RowMapTest {

    private static final Shape STORED = Shape.of(4, 3, 2);

    @Test
    void allRowsHaveTheStoredShape() {
        assertThat(RowMap.all().of(STORED)).isEqualTo(STORED);
        assertThat(RowMap.all().of(Shape.of())).isEqualTo(Shape.of());
        assertThat(RowMap.all().isIdentity()).isTrue();
        assertThat(RowMap.all().rowsRead(STORED)).isEqualTo(4);
    }

    @Test
    void aRangeHasItsRows() {
        RowMap range = new RowMap.Range(1, 3);
        assertThat(range.of(STORED)).isEqualTo(Shape.of(3, 3, 2));
        assertThat(range.isIdentity()).isFalse();
        assertThat(range.rowsRead(STORED)).isEqualTo(3);
        assertThat(new RowMap.Range(4, 0).of(STORED)).isEqualTo(Shape.of(0, 3, 2));
    }

    @Test
    void aGatherHasARowForEachThatIsNamed() {
        RowMap gather = new RowMap.Gather(List.of(3L, 0L, 3L, 3L, 1L));
        assertThat(gather.of(STORED)).isEqualTo(Shape.of(5, 3, 2));
        assertThat(gather.rowsRead(STORED)).isEqualTo(5);
        assertThat(new RowMap.Gather(List.of()).of(STORED)).isEqualTo(Shape.of(0, 3, 2));
    }

    @Test
    void aMeanReadsEachOfItsRows() {
        RowMap mean = new RowMap.Mean(List.of(List.of(0L, 1L, 3L), List.of(), List.of(1L)));
        assertThat(mean.of(STORED)).isEqualTo(Shape.of(3, 3, 2));
        assertThat(mean.rowsRead(STORED)).isEqualTo(4);
    }

    @Test
    void aParameterWithoutDimensionsIsOneRow() {
        assertThat(new RowMap.Gather(List.of(0L, 0L)).of(Shape.of())).isEqualTo(Shape.of(2));
        assertThat(RowMap.all().rowsRead(Shape.of())).isEqualTo(1);
        assertOutOfRange(new RowMap.Range(1, 1), Shape.of(), "Row 1 is out of range; shape [] has");
    }

    @Test
    void aRowThatIsNotStoredIsRefused() {
        String expected = "Row 4 is out of range; shape [4, 3, 2] has 4 rows";
        assertOutOfRange(new RowMap.Range(2, 3), STORED, expected);
        assertOutOfRange(new RowMap.Gather(List.of(0L, 4L)), STORED, expected);
        assertOutOfRange(new RowMap.Mean(List.of(List.of(0L), List.of(4L))), STORED, expected);
    }

    @Test
    void theLastRowOfAllIsRefused() {
        long most = Long.MAX_VALUE;
        String expected = "Row %d is out of range; shape [4, 3, 2] has 4 rows".formatted(most);
        assertOutOfRange(new RowMap.Gather(List.of(0L, most)), STORED, expected);
        assertOutOfRange(new RowMap.Mean(List.of(List.of(most))), STORED, expected);
        assertOutOfRange(new RowMap.Range(most, 1), STORED, expected);
        assertOutOfRange(new RowMap.Range(most, most), STORED, expected);
    }

    @Test
    void bytesOfAnUnknownTypeKeepTheirNumber() {
        DType odd = DType.named("ODD");
        ParameterSpec stored = new ParameterSpec("w", odd, STORED, 12);
        assertThat(RowMap.all().misfit(stored, new ParameterSpec("v", odd, STORED, 12))).isEmpty();
        assertThat(RowMap.all().misfit(stored, new ParameterSpec("v", odd, STORED, 24)))
                .contains("24 bytes are not those of its rows, which are of 12 bytes");
        RowMap two = new RowMap.Range(1, 2);
        Shape half = Shape.of(2, 3, 2);
        assertThat(two.misfit(stored, new ParameterSpec("v", odd, half, 6))).isEmpty();
        assertThat(two.misfit(stored, new ParameterSpec("v", odd, half, 12))).isPresent();
    }

    @Test
    void aRowIsNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RowMap.Range(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new RowMap.Range(1, -2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RowMap.Gather(List.of(1L, -1L)))
                .withMessage("A row must not be negative, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RowMap.Mean(List.of(List.of(-2L))));
    }

    @Test
    void doesNotChangeWithTheListsItIsMadeOf() {
        List<Long> rows = new ArrayList<>(List.of(1L));
        RowMap gather = new RowMap.Gather(rows);
        RowMap mean = new RowMap.Mean(List.of(rows));
        rows.add(2L);
        assertThat(gather).isEqualTo(new RowMap.Gather(List.of(1L)));
        assertThat(mean).isEqualTo(new RowMap.Mean(List.of(List.of(1L))));
    }

    private static void assertOutOfRange(RowMap map, Shape stored, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map.of(stored))
                .withMessageStartingWith(message);
    }
}
