package io.terge.engine.stage;

import io.terge.api.Action;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.api.StagePlan;
import io.terge.engine.cost.StageFootprint;
import io.terge.engine.kernel.Kernels;
import io.terge.engine.model.OpenModel;
import io.terge.engine.operand.LinearTerms;
import io.terge.engine.operand.OperandTensor;
import io.terge.engine.operand.Operands;
import io.terge.engine.plugin.MethodCall;
import io.terge.spi.format.ModelSource;
import io.terge.spi.method.Output;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The output of a stage as a model. It is prepared first: methods say what the output is, whole
 * tensors are stored, or all of it is written. What it has open is closed by others.
 */
public final class StageSource implements ModelSource {

    private final StagePlan stage;
    private final Function<Operand, OperandTensor> operands;
    private final Kernels kernels;
    private final Map<String, ParameterPlan> parameters = new HashMap<>();
    private final Map<String, Computed> computed = new ConcurrentHashMap<>();
    private Optional<ScratchFile> scratch = Optional.empty();
    private Optional<OpenModel> written = Optional.empty();

    /**
     * Makes it, not prepared.
     *
     * @param operands gives the tensors that the stage reads
     * @param kernels make the loops over numbers
     */
    public StageSource(
            StagePlan stage, Function<Operand, OperandTensor> operands, Kernels kernels) {
        this.stage = stage;
        this.operands = operands;
        this.kernels = kernels;
        stage.plan().parameters().forEach(each -> parameters.put(each.output().name(), each));
    }

    /** Keeps what a method has returned for a parameter, which is computed when it is read. */
    public void add(ParameterSpec output, Output returned, Operands from, MethodCall method) {
        computed.put(output.name(), Computed.of(output, stage.isRounded(), returned, from, method));
    }

    /** Reads parameters that are computed once from a file. */
    public void readFrom(ScratchFile file) {
        scratch = Optional.of(file);
    }

    /** Reads all parameters from a model. */
    public void readFrom(OpenModel model) {
        written = Optional.of(model);
    }

    @Override
    public List<ParameterSpec> parameters() {
        return stage.plan().parameters().stream().map(ParameterPlan::output).toList();
    }

    @Override
    public Tensor tensor(String name) {
        ParameterPlan parameter = parameters.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("No parameter '%s'".formatted(name));
        }
        if (parameter.action() instanceof Action.Tied(String to)) {
            return new RenamedTensor(parameter.output(), tensor(to));
        }
        return written.map(model -> model.tensor(name)).orElseGet(() -> made(parameter));
    }

    private Tensor made(ParameterPlan parameter) {
        if (parameter.action() instanceof Action.Copy copy) {
            OperandTensor from = operands.apply(copy.from());
            return StageFootprint.isUnchanged(parameter, copy.from())
                    ? new CopiedTensor(parameter.output(), from)
                    : new ComputedTensor(
                            Computed.sum(
                                    parameter.output(),
                                    stage.isRounded(),
                                    LinearTerms.copyOf(from)),
                            kernels);
        }
        if (stage.isStored(parameter)) {
            return scratch.orElseThrow().tensor(parameter);
        }
        String name = parameter.output().name();
        return new ComputedTensor(
                Optional.ofNullable(computed.get(name))
                        .orElseThrow(() -> new IllegalStateException("Not prepared: " + name)),
                kernels);
    }

    @Override
    public void close() {
        try {
            written.ifPresent(OpenModel::close);
        } finally {
            scratch.ifPresent(ScratchFile::close);
        }
    }
}
