package io.terge.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.terge.tensor.DType;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.lang.foreign.ValueLayout;
import java.util.stream.DoubleStream;

class TinyModelTest {

    @Test
    void theSameSeedGivesTheSameNumbers() {
        assertThat(numbers(7, "a")).isEqualTo(numbers(7, "a"));
        assertThat(numbers(7, "a")).isNotEqualTo(numbers(8, "a")).isNotEqualTo(numbers(7, "b"));
    }

    @Test
    void numbersAreFiniteAndNotZero() {
        assertThat(DoubleStream.of(TensorFixtures.seeded(1).values(1000)))
                .allMatch(value -> Double.isFinite(value) && value != 0);
        assertThat(DoubleStream.of(TensorFixtures.seeded(1).shares(5)))
                .allMatch(share -> share > 0);
    }

    @Test
    void parametersStayInTheOrderInWhichTheyWereAdded() {
        TinyModel model =
                TinyModel.seeded(1)
                        .with("z", DType.I64, 2)
                        .with("a", TensorArray.of(new float[] {1}))
                        .with("m", DType.BOOL, 3);
        assertThat(model.arrays().keySet()).containsExactly("z", "a", "m");
        assertThat(model.array("m").memory().toArray(ValueLayout.JAVA_BYTE))
                .containsAnyOf(0, 1)
                .doesNotContain(2);
    }

    @Test
    void aMissingParameterIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TinyModel.seeded(1).with("a", DType.F32, 1).array("b"))
                .withMessage("No parameter 'b' in [a]");
    }

    private static double[] numbers(long seed, String name) {
        return TinyModel.seeded(seed).with(name, DType.F32, 3, 4).array(name).toDoubles();
    }
}
