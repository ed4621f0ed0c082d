package io.terge.engine.execute;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How a merged parameter came about.
 *
 * @param base what the base was multiplied by; empty where the result is no linear combination with
 *     the base
 * @param coefficients what each input was multiplied by, in their order; empty where the result is
 *     no linear combination
 * @param notes what the method had to say, in order
 */
public record ParameterOutcome(OptionalDouble base, List<Double> coefficients, List<String> notes) {

    public ParameterOutcome {
        coefficients = List.copyOf(coefficients);
        notes = List.copyOf(notes);
    }
}
