package io.terge.testkit;

import io.terge.spi.Block;
import io.terge.spi.BlockFunction;
import io.terge.spi.Matrix;
import io.terge.spi.MergeInput;
import io.terge.spi.MethodDescription;
import io.terge.spi.MethodOptions;
import io.terge.spi.ParameterMerge;
import io.terge.spi.Reduction;
import io.terge.tensor.Extent;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.testkit.ReferenceMerge.Outcome;
import io.terge.testkit.ReferenceMerge.Verb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** The context of one parameter. Single use. */
final class ReferenceRun implements ParameterMerge {

    // A NaN that no arithmetic makes: it marks what was not written.
    private static final long UNWRITTEN_BITS = 0x7FF4_0BAD_F00D_0001L;
    private static final double UNWRITTEN = Double.longBitsToDouble(UNWRITTEN_BITS);

    private static final int STATISTIC_BLOCK = 5;
    private static final int BLOCKS_IN_RUN = 3;

    private final ReferenceMerge host;
    private final MergeCase mergeCase;
    private final MethodDescription description;
    private final List<Verb> verbs = new ArrayList<>();
    private final AtomicBoolean readBase = new AtomicBoolean();
    private int statistics;
    private final double[] output;

    ReferenceRun(ReferenceMerge host, MergeCase mergeCase, MethodDescription description) {
        this.host = host;
        this.mergeCase = mergeCase;
        this.description = description;
        this.output = new double[mergeCase.base().length];
        Arrays.fill(output, UNWRITTEN);
    }

    @Override
    public ParameterSpec spec() {
        return mergeCase.spec();
    }

    @Override
    public List<MergeInput> inputs() {
        return IntStream.range(0, mergeCase.inputs().size())
                .mapToObj(i -> new MergeInput(i, mergeCase.weights()[i]))
                .toList();
    }

    @Override
    public MethodOptions options() {
        return mergeCase.options();
    }

    @Override
    public void combine(double... coefficients) {
        verbs.add(Verb.COMBINE);
        checkCount(coefficients);
        for (int e = 0; e < output.length; e++) {
            output[e] = combination(e, coefficients);
        }
    }

    @Override
    public void combineWithBase(double base, double... coefficients) {
        verbs.add(Verb.COMBINE_WITH_BASE);
        checkCount(coefficients);
        double[] values = base();
        for (int e = 0; e < output.length; e++) {
            output[e] = base * values[e] + combination(e, coefficients);
        }
    }

    @Override
    public void forEachBlock(BlockFunction function) {
        verbs.add(Verb.FOR_EACH_BLOCK);
        new BlockWalk(host.order())
                .walk(blocks(host.blockSize(), true), block -> fill(block, function));
    }

    @Override
    public void forEachRow(BlockFunction function) {
        verbs.add(Verb.FOR_EACH_ROW);
        checkExtent(Extent.ROW);
        Shape shape = spec().shape();
        long row = shape.rank() == 0 ? 1 : Math.max(1, shape.dimension(shape.rank() - 1));
        new BlockWalk(host.order())
                .walk(blocks(Math.toIntExact(row), true), block -> fill(block, function));
    }

    @Override
    public void write(double[] values) {
        verbs.add(Verb.WRITE);
        checkExtent(Extent.TENSOR);
        if (values.length != output.length) {
            throw new IllegalArgumentException(
                    "%d values for %d elements".formatted(values.length, output.length));
        }
        System.arraycopy(values, 0, output, 0, output.length);
    }

    /** In runs of a few small blocks, joined from the left: always the same, as the engine does. */
    @Override
    public <A> A reduce(Reduction<A> reduction) {
        statistics++;
        A all = reduction.start();
        A run = reduction.start();
        int inRun = 0;
        for (Block block : blocks(STATISTIC_BLOCK, false)) {
            run = reduction.add(run, block);
            if (++inRun == BLOCKS_IN_RUN) {
                all = reduction.join(all, run);
                run = reduction.start();
                inRun = 0;
            }
        }
        return reduction.join(all, run);
    }

    @Override
    public double[][] gram() {
        statistics++;
        return gramOf(mergeCase.inputs());
    }

    @Override
    public double[][] taskVectorGram() {
        statistics++;
        double[] zero = base();
        return gramOf(mergeCase.inputs().stream().map(input -> difference(input, zero)).toList());
    }

    @Override
    public Matrix matrix(int index) {
        checkExtent(Extent.TENSOR);
        return matrixOf(input(index));
    }

    @Override
    public Matrix baseMatrix() {
        checkExtent(Extent.TENSOR);
        return matrixOf(base());
    }

    private List<Block> blocks(int longest, boolean hasOutput) {
        List<Block> blocks = new ArrayList<>();
        for (int start = 0; start < output.length; ) {
            int length = Math.min(longest, output.length - start);
            blocks.add(new ReferenceBlock(this, start, length, hasOutput));
            start += length;
        }
        return blocks;
    }

    private Matrix matrixOf(double[] values) {
        Shape shape = spec().shape();
        int rows = shape.rank() < 2 ? 1 : Math.toIntExact(shape.dimension(0));
        return new Matrix(rows, rows == 0 ? 0 : values.length / rows, values.clone());
    }

    private static double[][] gramOf(List<double[]> vectors) {
        double[][] gram = new double[vectors.size()][vectors.size()];
        for (int i = 0; i < gram.length; i++) {
            for (int j = 0; j < gram.length; j++) {
                for (int e = 0; e < vectors.get(i).length; e++) {
                    gram[i][j] += vectors.get(i)[e] * vectors.get(j)[e];
                }
            }
        }
        return gram;
    }

    private static double[] difference(double[] values, double[] base) {
        double[] difference = new double[values.length];
        Arrays.setAll(difference, e -> values[e] - base[e]);
        return difference;
    }

    private void checkExtent(Extent needed) {
        if (description.extent() != needed) {
            throw new IllegalStateException(
                    "The method's description does not say extent(%s)".formatted(needed));
        }
    }

    private void fill(Block block, BlockFunction function) {
        function.apply(block);
        System.arraycopy(block.output(), 0, output, (int) block.start(), block.length());
    }

    private double combination(int element, double[] coefficients) {
        double sum = 0;
        for (int i = 0; i < coefficients.length; i++) {
            sum += coefficients[i] * input(i)[element];
        }
        return sum;
    }

    private void checkCount(double[] coefficients) {
        if (coefficients.length != mergeCase.inputs().size()) {
            throw new IllegalArgumentException(
                    "%d coefficients for %d inputs"
                            .formatted(coefficients.length, mergeCase.inputs().size()));
        }
    }

    double[] input(int index) {
        return mergeCase.inputs().get(index);
    }

    double[] base() {
        if (!description.usesBase()) {
            throw new IllegalStateException("The method's description does not say withBase()");
        }
        readBase.set(true);
        return mergeCase.base();
    }

    /** A copy of part of an array; beyond it lies rubbish, another one in each block. */
    static double[] part(double[] values, int start, int length) {
        double[] part = new double[length + 3];
        Arrays.fill(part, 1e6 * (start + 1) + length);
        System.arraycopy(values, start, part, 0, length);
        return part;
    }

    /** The values of a block of the output before the function has set them. */
    static double[] unwritten(int length) {
        double[] values = new double[length + 3];
        Arrays.fill(values, UNWRITTEN);
        return values;
    }

    Outcome outcome() {
        long unwritten =
                Arrays.stream(output)
                        .filter(v -> Double.doubleToRawLongBits(v) == UNWRITTEN_BITS)
                        .count();
        return new Outcome(output, verbs, unwritten, readBase.get(), statistics + 1);
    }
}
