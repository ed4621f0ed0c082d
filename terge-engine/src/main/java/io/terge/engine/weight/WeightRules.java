package io.terge.engine.weight;

import io.terge.engine.filter.CompiledRule;
import io.terge.tensor.ParameterSpec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The weights rules of a request: the first match wins, a parameter without one gets equal weights.
 *
 * @param rules one weight for each model, by parameter
 */
public record WeightRules(List<CompiledRule<List<Double>>> rules) {

    /** Copies the list. */
    public WeightRules {
        rules = List.copyOf(rules);
    }

    /** Returns the rule for a parameter. */
    public Optional<CompiledRule<List<Double>>> rule(ParameterSpec spec) {
        return CompiledRule.first(rules, spec);
    }

    /**
     * Returns the weights of the models that hold a parameter, as requested.
     *
     * @param holders the models' places in the request
     */
    public double[] weights(ParameterSpec spec, List<Integer> holders) {
        return rule(spec)
                .map(rule -> holders.stream().mapToDouble(rule.value()::get).toArray())
                .orElseGet(
                        () -> {
                            double[] equal = new double[holders.size()];
                            Arrays.fill(equal, 1);
                            return equal;
                        });
    }
}
