package io.terge.engine.operand;

import io.terge.model.ViewSettings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a parameter is merged from.
 *
 * @param inputs the models' tensors
 * @param base the base's, where the method reads it apart
 */
public record Operands(List<OperandTensor> inputs, Optional<OperandTensor> base) {

    public Operands {
        inputs = List.copyOf(inputs);
    }

    /** The exception for a method that asks for what it has not declared, {@code "rows()"}, say. */
    public static IllegalStateException undeclared(String access) {
        return new IllegalStateException(
                "The method's Access does not declare %s".formatted(access));
    }

    /** The models of the inputs, for messages. */
    public String names() {
        return inputs.stream()
                .map(input -> ViewSettings.shown(input.model().reference()))
                .collect(Collectors.joining(", "));
    }
}
