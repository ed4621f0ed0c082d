package io.terge.spi.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OutputTest {

    @Test
    void theCoefficientsOfACombinationDoNotChange() {
        double[] mine = {0.5, 2};
        Output.Linear linear = (Output.Linear) Output.linear(mine);
        mine[0] = 9;
        linear.coefficients()[1] = 9;
        assertThat(linear.coefficients()).containsExactly(0.5, 2);
        assertThat(linear.base()).isEmpty();
        assertThat(linear).hasToString("linear [0.5, 2.0]");
    }

    @Test
    void theBaseOfACombinationHasACoefficientOfItsOwn() {
        Output.Linear linear = (Output.Linear) Output.linearWithBase(0, 1);
        assertThat(linear.base()).hasValue(0);
        assertThat(linear).hasToString("linear base 0.0 [1.0]");
    }

    @Test
    void theBaseOfTaskVectorsHasWhatTheInputsLeave() {
        Output.Linear linear = (Output.Linear) Output.taskVectors(0.5, 0.25);
        assertThat(linear.base()).hasValue(0.25);
        assertThat(linear.coefficients()).containsExactly(0.5, 0.25);
        assertThat(linear.isOfTaskVectors()).isTrue();
        assertThat(((Output.Linear) Output.linear(1)).isOfTaskVectors()).isFalse();
    }

    @Test
    void wholeValuesAreNotCopied() {
        double[] values = {1, 2};
        assertThat(((Output.Whole) Output.whole(values)).values()).isSameAs(values);
    }

    @Test
    void aMatrixIsFilledByItsValues() {
        assertThat(Matrix.of(2, 3, new double[6]).columns()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrix.of(2, 3, new double[5]))
                .withMessage("Expected 2 rows of 3 values, got 5 values");
    }
}
