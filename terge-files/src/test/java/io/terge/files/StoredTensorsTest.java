package io.terge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.Tensor;

import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.List;

class StoredTensorsTest {

    @Test
    void tensorsKeepTheirOrderAndAreFoundByName() {
        Tensor second = tensor("b");
        Tensor first = tensor("a");
        StoredTensors tensors = StoredTensors.of(List.of(second, first));
        assertThat(tensors.parameters()).containsExactly(second.spec(), first.spec());
        assertThat(tensors.get("a")).isSameAs(first);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tensors.get("c"))
                .withMessage("There is no parameter 'c'");
    }

    private static Tensor tensor(String name) {
        ParameterSpec spec = ParameterSpec.of(name, DType.U8, Shape.of(1));
        return Tensor.stored(spec, MemorySegment.ofArray(new byte[1]));
    }
}
