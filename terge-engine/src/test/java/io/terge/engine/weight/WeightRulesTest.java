package io.terge.engine.weight;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.engine.filter.CompiledRule;
import io.terge.engine.filter.CompiledSelector;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class WeightRulesTest {

    private static final ParameterSpec BIAS = ParameterSpec.of("a.bias", DType.F32, Shape.of(2));
    private static final ParameterSpec HEAD = ParameterSpec.of("head", DType.F32, Shape.of(2));

    private final WeightRules rules =
            new WeightRules(List.of(rule("bias", 1, 2, 3), rule("a.", 4, 5, 6)));

    @Test
    void takesTheFirstRuleThatMatches() {
        assertThat(rules.weights(BIAS, List.of(0, 1, 2))).containsExactly(1, 2, 3);
        assertThat(rules.rule(BIAS).orElseThrow().askedBy()).isEqualTo("rule for bias");
    }

    @Test
    void givesWeightsOfTheHoldersOnly() {
        assertThat(rules.weights(BIAS, List.of(0, 2))).containsExactly(1, 3);
    }

    @Test
    void weightsEquallyWhatNoRuleMatches() {
        assertThat(rules.rule(HEAD)).isEmpty();
        assertThat(rules.weights(HEAD, List.of(1, 2))).containsExactly(1, 1);
    }

    private static CompiledRule<List<Double>> rule(String part, double... weights) {
        return new CompiledRule<>(
                new CompiledSelector(part, spec -> spec.name().contains(part)),
                Arrays.stream(weights).boxed().toList(),
                "rule for " + part);
    }
}
