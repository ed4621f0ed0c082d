package io.terge.engine.execute.open;

import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.engine.operand.OperandTensor;
import io.terge.engine.schedule.ReadAhead;
import io.terge.tensor.Footprint;
import io.terge.tensor.StoredBytes;

import java.util.List;
import java.util.Optional;

/**
 * What is read ahead for a parameter: its operands, but for what is computed or in memory.
 *
 * @param plan the parameter
 * @param models the models that it is read from
 */
record Ahead(ParameterPlan plan, OpenModels models) implements ReadAhead.Part {

    @Override
    public long bytes() {
        return plan.action().operands().stream()
                .filter(this::isStored)
                .mapToLong(Operand::bytesRead)
                .sum();
    }

    @Override
    public List<StoredBytes> stored() {
        return plan.action().operands().stream()
                .filter(this::isStored)
                .map(models::tensor)
                .map(OperandTensor::bytes)
                .flatMap(Optional::stream)
                .filter(bytes -> bytes.memory().isEmpty())
                .toList();
    }

    private boolean isStored(Operand operand) {
        return operand.rows().isIdentity()
                && operand.footprint().equals(Footprint.stored(operand.stored()))
                && !models.isOfStage(operand);
    }
}
