package io.terge.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

class TensorArrayTest {

    @Test
    void isAViewOfTheCallersArray() {
        float[] values = {1, 2, 3, 4};
        TensorArray array = TensorArray.of(values, 2, 2);
        values[3] = 9;
        assertThat(array.toDoubles()).containsExactly(1, 2, 3, 9);
        assertThat(array.spec("a")).isEqualTo(ParameterSpec.of("a", DType.F32, Shape.of(2, 2)));
    }

    @Test
    void hasOneDimensionUnlessToldOtherwise() {
        assertThat(TensorArray.of(new double[] {1, 2, 3}).shape()).isEqualTo(Shape.of(3));
        assertThat(TensorArray.of(new float[0]).shape()).isEqualTo(Shape.of(0));
    }

    @Test
    void aShapeThatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TensorArray.of(new float[3], 2, 2))
                .withMessageContaining("F32 [2, 2]: expected 16 bytes, got 12");
    }

    @Test
    void zerosAreInMemoryOfTheirOwn() {
        TensorArray zeros = TensorArray.zeros(DType.BF16, Shape.of(2, 3));
        assertThat(zeros.toDoubles()).containsExactly(0, 0, 0, 0, 0, 0);
        zeros.memory().set(ValueLayout.JAVA_BYTE, 1, (byte) 0x3F);
        assertThat(TensorArray.zeros(DType.BF16, Shape.of(2, 3)).toDoubles()).containsOnly(0);
        assertThat(TensorArray.zeros(DType.F32, Shape.of(0)).toDoubles()).isEmpty();
    }

    @Test
    void theTensorReadsPartsAndRefusesWhatIsOutside() throws IOException {
        Tensor tensor = TensorArray.of(new double[] {1, 2, 3, 4}).tensor("a");
        double[] into = new double[4];
        tensor.read(1, into, 2, 2);
        assertThat(into).containsExactly(0, 0, 2, 3);
        tensor.read(4, into, 0, 0);
        assertThatThrownBy(() -> tensor.read(3, into, 0, 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tensor.read(-1, into, 0, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theTensorsBytesAreThereAndCannotBeWritten() {
        Tensor tensor = TensorArray.of(new double[] {1}).tensor("a");
        MemorySegment bytes = tensor.bytes().orElseThrow().memory().orElseThrow();
        assertThat(bytes.byteSize()).isEqualTo(8);
        assertThat(bytes.isReadOnly()).isTrue();
    }

    @Test
    void integersHaveBytesButNoNumbers() {
        MemorySegment memory = MemorySegment.ofArray(new int[] {1, 2});
        TensorArray array = new TensorArray(DType.I32, Shape.of(2), memory);
        assertThat(array.tensor("a").bytes()).isPresent();
        assertThatIllegalArgumentException().isThrownBy(array::toDoubles);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> array.tensor("a").read(0, new double[2], 0, 2));
    }
}
