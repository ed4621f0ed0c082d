package io.terge.methods.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;
import io.terge.testkit.MergeCase;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class DellaTest extends RandomDropContract {

    @Override
    protected MergeMethod method() {
        return new Della();
    }

    @Override
    protected Map<String, String> optionValues() {
        return Map.of("density", "0.6", "epsilon", "0.05");
    }

    @Override
    protected Map<String, String> halfOfAll() {
        return Map.of("density", "0.5", "epsilon", "0");
    }

    @Test
    void saysWhichProbabilitiesAreOutOfRangeAsTheyAreWritten() {
        assertThat(faults("0.1", "0.15"))
                .containsExactly(
                        "density - epsilon and density + epsilon must be from 0 to 1, but are"
                                + " -0.05 and 0.25 for model 0");
        assertThat(faults("0.95", "0.2"))
                .containsExactly(
                        "density - epsilon and density + epsilon must be from 0 to 1, but are"
                                + " 0.75 and 1.15 for model 0");
        assertThat(faults("0.85", "0.15")).isEmpty();
        assertThat(faults("0.15", "0.15")).isEmpty();
        assertThat(faults("1", "0.15")).isEmpty();
    }

    private List<String> faults(String density, String epsilon) {
        MergeCase example =
                MergeCase.of(List.of(new double[] {1, 2}), 1)
                        .withOptions(method(), Map.of("density", density, "epsilon", epsilon));
        return method().faults(example.options(), example.inputs());
    }
}
