package io.terge.engine.execute;

import io.terge.api.Action;
import io.terge.engine.execute.statistic.Gram;
import io.terge.engine.execute.statistic.MethodGathering;
import io.terge.engine.execute.statistic.Reductions;
import io.terge.engine.execute.statistic.RunCut;
import io.terge.engine.execute.statistic.StatisticCalls;
import io.terge.engine.operand.NotFinite;
import io.terge.engine.operand.OperandPart;
import io.terge.engine.operand.OperandTensor;
import io.terge.engine.operand.Operands;
import io.terge.engine.plugin.MethodCall;
import io.terge.engine.schedule.BlockScheduler;
import io.terge.spi.method.Matrix;
import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.ParameterMerge;
import io.terge.spi.method.RandomNumbers;
import io.terge.spi.method.Reduction;
import io.terge.tensor.Extent;
import io.terge.tensor.Shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** What a method is given: checks what it asks for, and has it gathered chunk by chunk. */
final class GivenParameter implements ParameterMerge {

    private final ParameterJob job;
    private final Action.Merge merge;
    private final Operands operands;
    private final BlockScheduler.Worker worker;
    private final MethodCall method;
    private final long seed;
    private final int passes;
    private final Notes notes = new Notes();
    private final StatisticCalls calls = new StatisticCalls();
    private final Map<Integer, Long> notFinite = new HashMap<>();
    private int statistics;

    /**
     * Makes it, on the thread that the method is called on.
     *
     * @param passes how often the method may read, the output included
     */
    GivenParameter(
            ParameterJob job,
            Action.Merge merge,
            Operands operands,
            BlockScheduler.Worker worker,
            MethodCall method,
            long seed,
            int passes) {
        this.job = job;
        this.merge = merge;
        this.operands = operands;
        this.worker = worker;
        this.method = method;
        this.seed = seed;
        this.passes = passes;
    }

    /** Returns the method's answer, until which it may ask for statistics. */
    <T> T answer(Supplier<T> asked) {
        return calls.answer(() -> method.get(asked));
    }

    /** What the method has noted. */
    List<String> notes() {
        return notes.all();
    }

    /** How many elements of each model that was read as a whole are NaN or infinite. */
    Map<Integer, Long> notFinite() {
        return notFinite;
    }

    @Override
    public String name() {
        return job.plan().output().name();
    }

    @Override
    public Shape shape() {
        return job.plan().output().shape();
    }

    @Override
    public OptionalInt layer() {
        return merge.layer()
                .map(layer -> OptionalInt.of(layer.index()))
                .orElse(OptionalInt.empty());
    }

    @Override
    public int layers() {
        return merge.layer().map(Action.Layer::count).orElse(0);
    }

    @Override
    public List<MergeInput> inputs() {
        return inputs(merge);
    }

    /** The inputs of a merge as methods see them. */
    static List<MergeInput> inputs(Action.Merge merge) {
        return merge.inputs().stream()
                .map(
                        input ->
                                MergeInput.of(
                                        input.model(),
                                        input.weight(),
                                        MethodOptions.of(input.options())))
                .toList();
    }

    @Override
    public MethodOptions options() {
        return MethodOptions.of(merge.options());
    }

    @Override
    public boolean hasBase() {
        return merge.base().isPresent();
    }

    @Override
    public RandomNumbers random(int input) {
        return RandomNumbers.of(seed, name(), merge.inputs().get(input).model());
    }

    @Override
    public void note(String what) {
        notes.add(what);
    }

    @Override
    public <A> A reduce(Reduction<A> reduction) {
        return statistic(() -> gather(job.blocks(operands), reduction));
    }

    @Override
    public <A> A reduceRows(Reduction<A> reduction) {
        if (merge.extent() == Extent.BLOCK) {
            throw Operands.undeclared("rows()");
        }
        return statistic(() -> gather(job.rows(operands), reduction));
    }

    @Override
    public <A> A sample(Reduction<A> reduction) {
        return calls.alone(() -> gather(job.blocks(operands).sampled(), reduction));
    }

    @Override
    public double[][] gram() {
        return gram(false);
    }

    @Override
    public double[][] taskVectorGram() {
        if (merge.base().isEmpty()) {
            throw Operands.undeclared("withBase()");
        }
        return gram(true);
    }

    @Override
    public Matrix matrix(int input) {
        checkWhole();
        OperandTensor tensor = operands.inputs().get(input);
        return calls.alone(() -> matrix(tensor));
    }

    @Override
    public Matrix baseMatrix() {
        checkWhole();
        OperandTensor tensor = operands.base().orElseThrow(() -> Operands.undeclared("withBase()"));
        return calls.alone(() -> matrix(tensor));
    }

    private void checkWhole() {
        if (merge.extent() != Extent.TENSOR) {
            throw Operands.undeclared("wholeTensors()");
        }
    }

    private double[][] gram(boolean lessBase) {
        Gram gram = new Gram(merge.inputs().size(), lessBase);
        return gram.square(
                statistic(
                        () -> new Reductions(worker).gather(List.of(job.blocks(operands)), gram)));
    }

    private <A> A gather(RunCut cut, Reduction<A> reduction) {
        return new Reductions(worker)
                .gather(
                        List.of(cut),
                        new MethodGathering<>(
                                method,
                                reduction,
                                (soFar, parameter, block) -> reduction.add(soFar, block)));
    }

    private <A> A statistic(Supplier<A> statistic) {
        return calls.alone(
                () -> {
                    statistics++;
                    if (statistics >= passes) {
                        throw new IllegalStateException(
                                "The method declares passes(%d) but needs another pass"
                                        .formatted(passes));
                    }
                    return statistic.get();
                });
    }

    private Matrix matrix(OperandTensor tensor) {
        double[] values = new double[Math.toIntExact(job.elements())];
        worker.forEachChunk(
                values.length,
                job.cut().chunkElements(),
                (chunk, memory) -> {
                    memory.reset();
                    int start = Math.toIntExact(chunk.start());
                    OperandPart part = tensor.load(start, chunk.length(), memory);
                    part.read(memory, 0, values, start, chunk.length());
                    job.read(tensor.operand(), chunk.length());
                });
        notFinite.put(tensor.operand().model(), NotFinite.count(values, values.length));
        Shape shape = shape();
        int rows = shape.rank() < 2 ? 1 : Math.toIntExact(shape.dimension(0));
        return Matrix.of(rows, rows == 0 ? 0 : values.length / rows, values);
    }
}
