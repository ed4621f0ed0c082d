package io.terge.engine.plan;

import io.terge.api.Action;
import io.terge.api.OutputChoice;
import io.terge.api.ParameterPlan;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The type that the configuration of an output names. There is room for one: that of all
 * floating-point parameters, else the one asked for those that no rule matches, if any parameter
 * has it, else that of the most elements.
 */
final class MainType {

    private MainType() {}

    /** Returns the type; empty where no type is asked for. */
    static Optional<DType> of(OutputChoice choice, List<ParameterPlan> parameters) {
        if (choice.types().isEmpty()) {
            return choice.dtype();
        }
        Map<DType, Double> elements = new LinkedHashMap<>();
        for (ParameterPlan parameter : parameters) {
            ParameterSpec spec = parameter.output();
            if (spec.dtype().isFloating() && !(parameter.action() instanceof Action.Tied)) {
                elements.merge(spec.dtype(), (double) spec.shape().elements(), Double::sum);
            }
        }
        return choice.dtype()
                .filter(rest -> elements.isEmpty() || elements.containsKey(rest))
                .or(
                        () ->
                                elements.entrySet().stream()
                                        .max(Map.Entry.comparingByValue())
                                        .map(Map.Entry::getKey));
    }
}
