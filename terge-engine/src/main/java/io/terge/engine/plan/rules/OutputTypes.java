package io.terge.engine.plan.rules;

import io.terge.engine.filter.CompiledRule;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;

import java.util.List;
import java.util.Optional;

/**
 * The types that a request asks for. One that no number can be stored in asks for nothing: it has
 * been told of.
 *
 * @param rest the type of parameters that no rule matches; empty to keep theirs
 * @param rules type by parameter
 */
public record OutputTypes(Optional<DType> rest, List<CompiledRule<DType>> rules) {

    public OutputTypes {
        rest = rest.filter(DType::isFloating);
        rules = List.copyOf(rules);
    }

    /** Returns the type that is asked for a floating-point parameter. */
    public Optional<DType> of(ParameterSpec spec) {
        return CompiledRule.first(rules, spec)
                .map(CompiledRule::value)
                .filter(DType::isFloating)
                .or(() -> rest);
    }

    /** Returns what is wrong with a type, if no number can be stored in it. */
    public static Optional<Problem> problem(DType dtype) {
        return dtype.isFloating()
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                        TergeCode.INVALID_OUTPUT_TYPE,
                                        "Merged parameters cannot be stored as " + dtype)
                                .fix(
                                        "choose F64, F32, F16, BF16, F8_E4M3 or F8_E5M2 (--dtype,"
                                                + " in Java .dtype(...))"));
    }
}
