package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.tensor.Extent;
import io.terge.tensor.ParameterSpec;

import java.util.List;
import java.util.Optional;

/**
 * A merge whose output is a model of a later one. Parameters that are merged block by block are
 * computed when they are read, and stored nowhere; those that a method needs as a whole are kept in
 * a temporary file. An output that is also {@linkplain MergePlan#output() written} is read from
 * there.
 *
 * @param name its name
 * @param plan what is merged
 * @param dtype the type requested for all or most floating-point parameters; if there is one, the
 *     numbers are rounded to the types of the plan
 * @since 0.1
 */
public record StagePlan(String name, MergePlan plan, Optional<DType> dtype) {

    public StagePlan {
        requireNonNull(name, "name");
        requireNonNull(plan, "plan");
        requireNonNull(dtype, "dtype");
    }

    /** The reference by which other plans read it. */
    public ModelReference reference() {
        return ModelReference.ofStage(name);
    }

    /** Whether the numbers are rounded to the types of the plan. */
    public boolean isRounded() {
        return dtype.isPresent();
    }

    /** Whether the output is also written as a model. */
    public boolean isKept() {
        return plan.output().isPresent();
    }

    /** Whether a parameter is computed once, and kept in a temporary file. */
    public boolean isStored(ParameterPlan parameter) {
        return !isKept()
                && parameter.action() instanceof Action.Merge merge
                && merge.extent() == Extent.TENSOR;
    }

    /** The number of bytes read to prepare the stage: for statistics, and for what is stored. */
    public long bytesRead() {
        return plan.parameters().stream().mapToLong(this::bytesRead).sum();
    }

    /** The number of bytes that are read to prepare a parameter. */
    public long bytesRead(ParameterPlan parameter) {
        if (isKept() || isStored(parameter)) {
            return parameter.bytesRead();
        }
        return parameter.action() instanceof Action.Merge merge
                ? (merge.passes() - 1) * merge.bytesReadOnce()
                : 0;
    }

    /** The size of the temporary file, in bytes; 0 if there is none. */
    public long bytesStored() {
        return plan.parameters().stream()
                .filter(this::isStored)
                .mapToLong(parameter -> stored(parameter).byteSize())
                .sum();
    }

    /** The parameter as it is kept in a temporary file: not rounded, unless the stage rounds. */
    public ParameterSpec stored(ParameterPlan parameter) {
        ParameterSpec output = parameter.output();
        return isRounded() ? output : ParameterSpec.of(output.name(), DType.F64, output.shape());
    }

    /** The parameters; those that are stored have the types of the temporary file. */
    public List<ParameterPlan> prepared() {
        return plan.parameters().stream()
                .map(
                        parameter ->
                                isStored(parameter)
                                        ? new ParameterPlan(
                                                stored(parameter),
                                                parameter.shard(),
                                                parameter.action())
                                        : parameter)
                .toList();
    }

    /** The target that it is also written to. */
    public Optional<ModelReference> target() {
        return plan.output().map(OutputPlan::target);
    }
}
