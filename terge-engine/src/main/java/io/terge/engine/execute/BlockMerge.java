package io.terge.engine.execute;

import io.terge.api.ParameterPlan;
import io.terge.spi.BlockFunction;
import io.terge.spi.Matrix;
import io.terge.spi.MergeInput;
import io.terge.spi.MethodOptions;
import io.terge.spi.ParameterMerge;
import io.terge.spi.Reduction;
import io.terge.tensor.Extent;
import io.terge.tensor.ParameterSpec;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What a method is given: checks what it asks for, and has it done chunk by chunk. */
final class BlockMerge implements ParameterMerge {

    private final ParameterPlan.Merge plan;
    private final ParameterWork work;
    private final GuardedMethod method;
    private final OutputState output = new OutputState();
    private final AtomicBoolean atWork = new AtomicBoolean();
    private int statistics;

    BlockMerge(ParameterPlan.Merge plan, ParameterWork work, GuardedMethod method) {
        this.plan = plan;
        this.work = work;
        this.method = method;
    }

    /** What has become of the output. */
    OutputState output() {
        return output;
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
        double[] own = coefficients.clone();
        write(() -> work.combine(0, own));
    }

    @Override
    public void combineWithBase(double base, double... coefficients) {
        checkCount(coefficients);
        checkBase();
        double[] own = coefficients.clone();
        write(() -> work.combine(base, own));
    }

    @Override
    public void forEachBlock(BlockFunction function) {
        write(() -> work.forEachBlock(guarded(function)));
    }

    @Override
    public void forEachRow(BlockFunction function) {
        checkExtent(Extent.ROW);
        write(() -> work.forEachBlock(guarded(function)));
    }

    @Override
    public void write(double[] values) {
        checkExtent(Extent.TENSOR);
        if (values.length != spec().elements()) {
            throw new IllegalArgumentException(
                    "There are %d elements but %d values"
                            .formatted(spec().elements(), values.length));
        }
        write(() -> work.write(values));
    }

    @Override
    public <A> A reduce(Reduction<A> reduction) {
        countStatistic();
        return alone(
                () ->
                        work.statistics()
                                .gather(
                                        reduction::start,
                                        (soFar, block, scratch) ->
                                                method.guarded(() -> reduction.add(soFar, block)),
                                        (left, right) ->
                                                method.guarded(() -> reduction.join(left, right))));
    }

    @Override
    public double[][] gram() {
        countStatistic();
        return alone(() -> Gram.of(work.statistics()));
    }

    @Override
    public double[][] taskVectorGram() {
        checkBase();
        countStatistic();
        return alone(() -> Gram.ofTaskVectors(work.statistics()));
    }

    @Override
    public Matrix matrix(int input) {
        checkExtent(Extent.TENSOR);
        return alone(() -> work.matrix(work.tensors().inputs().get(input)));
    }

    @Override
    public Matrix baseMatrix() {
        checkExtent(Extent.TENSOR);
        return alone(() -> work.matrix(work.tensors().base().orElseThrow(BlockMerge::noBase)));
    }

    /** The exception for a method that asks for a base that it has not declared. */
    static IllegalStateException noBase() {
        return new IllegalStateException(
                "The method's description does not say that it uses the base");
    }

    private BlockFunction guarded(BlockFunction function) {
        return block -> method.guard(() -> function.apply(block));
    }

    private void write(Runnable writing) {
        alone(
                () -> {
                    output.write(writing);
                    return output;
                });
    }

    // A verb within another would load other elements over those that the outer one works on.
    private <T> T alone(Supplier<T> verb) {
        if (!atWork.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    "A verb of ParameterMerge is called while another is at work");
        }
        try {
            return verb.get();
        } finally {
            atWork.set(false);
        }
    }

    private void countStatistic() {
        statistics++;
        if (statistics >= plan.passes()) {
            throw new IllegalStateException(
                    "The method's description says that it reads its inputs %s, but with this statistic and the output it is one pass more"
                            .formatted(plan.passes() == 1 ? "once" : plan.passes() + " times"));
        }
    }

    private void checkExtent(Extent needed) {
        if (plan.extent() != needed) {
            throw new IllegalStateException(
                    "The method's description does not say that it looks at a whole %s at a time"
                            .formatted(needed == Extent.ROW ? "row" : "tensor"));
        }
    }

    private void checkBase() {
        if (!plan.usesBase()) {
            throw noBase();
        }
    }

    private void checkCount(double[] coefficients) {
        if (coefficients.length != plan.shares().size()) {
            throw new IllegalArgumentException(
                    "There are %d inputs but %d coefficients"
                            .formatted(plan.shares().size(), coefficients.length));
        }
    }
}
