package io.terge.engine.execute;

import io.terge.api.ParameterPlan;
import io.terge.spi.BlockFunction;
import io.terge.spi.MergeInput;
import io.terge.spi.MethodOptions;
import io.terge.spi.ParameterMerge;
import io.terge.tensor.ParameterSpec;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a method is given: runs its functions over the blocks of one parameter. */
final class BlockMerge implements ParameterMerge {

    private final ParameterPlan.Merge plan;
    private final List<ModelTensor> inputs;
    private final Optional<ModelTensor> base;
    private final ParameterWriter writer;
    private final Consumer<Chunk> done;
    private final GuardedMethod method;
    private boolean written;
    private @Nullable Throwable failure;

    BlockMerge(
            ParameterPlan.Merge plan,
            List<ModelTensor> inputs,
            Optional<ModelTensor> base,
            ParameterWriter writer,
            Consumer<Chunk> done,
            GuardedMethod method) {
        this.plan = plan;
        this.inputs = List.copyOf(inputs);
        this.base = base;
        this.writer = writer;
        this.done = done;
        this.method = method;
    }

    /** Throws what ended the writing, if anything did: the method may have caught it. */
    void checkWritten() {
        switch (failure) {
            case null -> {}
            case RuntimeException known -> throw known;
            case Error error -> throw error;
            default -> throw new IllegalStateException(failure);
        }
    }

    /** Whether a writing verb was called. */
    boolean written() {
        return written;
    }

    @Override
    public ParameterSpec spec() {
        return plan.output();
    }

    @Override
    public List<MergeInput> inputs() {
        return plan.shares().stream()
                .map(share -> new MergeInput(share.model(), share.weight()))
                .toList();
    }

    @Override
    public MethodOptions options() {
        return new MethodOptions(plan.options());
    }

    @Override
    public void combine(double... coefficients) {
        checkCount(coefficients);
        write(new LinearCombination(0, coefficients.clone()));
    }

    @Override
    public void combineWithBase(double baseCoefficient, double... coefficients) {
        checkCount(coefficients);
        if (base.isEmpty()) {
            throw new IllegalStateException(
                    "The method's description does not say that it uses the base");
        }
        write(new LinearCombination(baseCoefficient, coefficients.clone()));
    }

    @Override
    public void forEachBlock(BlockFunction function) {
        write(block -> method.guard(() -> function.apply(block)));
    }

    private void write(BlockFunction function) {
        if (written) {
            throw new IllegalStateException("A method writes its output once");
        }
        written = true;
        try {
            writer.write(plan.output(), longest -> filler(function, longest), done);
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
            throw thrown;
        }
    }

    private ParameterWriter.BlockFiller filler(BlockFunction function, int longest) {
        BlockBuffers block = new BlockBuffers(inputs, base, longest);
        return (start, length) -> {
            block.read(start, length);
            function.apply(block);
            return block.output();
        };
    }

    private void checkCount(double[] coefficients) {
        if (coefficients.length != inputs.size()) {
            throw new IllegalArgumentException(
                    "There are %d inputs but %d coefficients"
                            .formatted(inputs.size(), coefficients.length));
        }
    }
}
