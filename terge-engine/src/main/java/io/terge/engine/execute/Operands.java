package io.terge.engine.execute;

import io.terge.api.Action;
import io.terge.engine.operand.OperandTensor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a parameter is merged from.
 *
 * @param inputs the models' tensors
 * @param base the base's, where the method reads it apart
 */
record Operands(List<OperandTensor> inputs, Optional<OperandTensor> base) {

    Operands {
        inputs = List.copyOf(inputs);
    }

    /** The operands of a merge, in models that are open. */
    static Operands of(Action.Merge merge, OpenModels open) {
        return new Operands(
                merge.inputs().stream().map(open::tensor).toList(), merge.base().map(open::tensor));
    }

    /** The models of the inputs, for messages. */
    String names() {
        return inputs.stream()
                .map(input -> input.model().reference().describe())
                .collect(Collectors.joining(", "));
    }
}
