package io.terge.testkit;

import io.terge.spi.Block;
import io.terge.spi.BlockFunction;
import io.terge.spi.MergeInput;
import io.terge.spi.MethodOptions;
import io.terge.spi.ParameterMerge;
import io.terge.tensor.ParameterSpec;
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

    private final ReferenceMerge host;
    private final MergeCase mergeCase;
    private final boolean usesBase;
    private final List<Verb> verbs = new ArrayList<>();
    private final AtomicBoolean readBase = new AtomicBoolean();
    private final double[] output;

    ReferenceRun(ReferenceMerge host, MergeCase mergeCase, boolean usesBase) {
        this.host = host;
        this.mergeCase = mergeCase;
        this.usesBase = usesBase;
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
        List<Block> blocks = new ArrayList<>();
        for (int start = 0; start < output.length; ) {
            int length = Math.min(host.blockSize(), output.length - start);
            blocks.add(new ReferenceBlock(this, start, length));
            start += length;
        }
        new BlockWalk(host.order()).walk(blocks, block -> fill(block, function));
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
        if (!usesBase) {
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
        return new Outcome(output, verbs, unwritten, readBase.get());
    }
}
