package io.terge.engine.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.terge.api.Action.Layer;
import io.terge.api.SettingValue.Gradient;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class GradientValueTest {

    // The values of mergekit.
    @ParameterizedTest
    @CsvSource({"0, 0", "2, 0.2", "5, 0.5", "10, 0.3", "18, 0.88", "20, 1"})
    void isBetweenTheNumbersBesideTheLayer(int layer, double expected) {
        Gradient gradient = new Gradient(List.of(0.0, 0.5, 0.3, 0.7, 1.0));
        assertThat(GradientValue.at(gradient, Optional.of(new Layer(layer, 21))))
                .isCloseTo(expected, within(1e-15));
    }
}
