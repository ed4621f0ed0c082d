package io.terge.testkit;

import io.terge.spi.method.Access;
import io.terge.spi.method.Block;
import io.terge.spi.method.Matrix;
import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.spi.method.RandomNumbers;
import io.terge.spi.method.Reduction;
import io.terge.tensor.Extent;
import io.terge.tensor.Shape;
import io.terge.testkit.ReferenceMerge.Outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** The context of one parameter. Single use. */
final class ReferenceRun implements ParameterMerge {

    private final ReferenceMerge host;
    private final MergeCase mergeCase;
    private final Access access;
    private final ReferenceInputs numbers;
    private final List<String> notes = new ArrayList<>();
    private final ReadingTime time = new ReadingTime();
    private final int[] matrices;
    private int statistics;
    private int outputPasses;

    ReferenceRun(ReferenceMerge host, MergeCase mergeCase, Access access) {
        this.host = host;
        this.mergeCase = mergeCase;
        this.access = access;
        this.numbers = new ReferenceInputs(mergeCase, access);
        this.matrices = new int[mergeCase.inputs().size() + 1];
    }

    @Override
    public String name() {
        return mergeCase.name();
    }

    @Override
    public Shape shape() {
        return mergeCase.shape();
    }

    @Override
    public OptionalInt layer() {
        return layers() == 0 ? OptionalInt.empty() : OptionalInt.of(mergeCase.layer());
    }

    @Override
    public int layers() {
        return mergeCase.layers();
    }

    @Override
    public List<MergeInput> inputs() {
        return mergeCase.inputs();
    }

    @Override
    public MethodOptions options() {
        return mergeCase.options();
    }

    @Override
    public boolean hasBase() {
        return access.usesBase();
    }

    @Override
    public RandomNumbers random(int input) {
        return RandomNumbers.of(mergeCase.seed(), name(), inputs().get(input).model());
    }

    @Override
    public <A> A reduce(Reduction<A> reduction) {
        return statistic(() -> gathered(reduction, Gathering.LONGEST_BLOCK));
    }

    @Override
    public <A> A reduceRows(Reduction<A> reduction) {
        numbers.checkExtent(Extent.ROW);
        return statistic(() -> gathered(reduction, numbers.row()));
    }

    /** All elements, as of every tensor of few. */
    @Override
    public <A> A sample(Reduction<A> reduction) {
        time.check();
        return time.during(() -> gathered(reduction, Gathering.LONGEST_BLOCK));
    }

    @Override
    public double[][] gram() {
        return statistic(() -> gramOf(mergeCase.numbers()));
    }

    @Override
    public double[][] taskVectorGram() {
        double[] base = numbers.base();
        List<double[]> vectors =
                mergeCase.numbers().stream().map(input -> difference(input, base)).toList();
        return statistic(() -> gramOf(vectors));
    }

    @Override
    public Matrix matrix(int input) {
        return matrixOf(numbers.input(input), input);
    }

    @Override
    public Matrix baseMatrix() {
        return matrixOf(numbers.base(), matrices.length - 1);
    }

    @Override
    public void note(String what) {
        time.check();
        notes.add(what);
    }

    /** Ends the method's time to read, and evaluates what it returned. */
    Outcome outcome(Output output, String survey) {
        time.end();
        outputPasses = ReferenceOutput.readsInputs(output) ? 1 : 0;
        checkPasses(passes());
        double[] values = new ReferenceOutput(host, numbers).values(output);
        long unwritten = ReferenceInputs.countUnwritten(values);
        return new Outcome(
                output, values, unwritten, numbers.isBaseRead(), passes(), notes, survey);
    }

    /** Statistics, and one for the output, unless that is made from whole tensors. */
    private int passes() {
        return statistics + Math.max(1, Arrays.stream(matrices).max().orElse(0) + outputPasses);
    }

    private <A> A statistic(Supplier<A> verb) {
        time.check();
        statistics++;
        checkPasses(passes());
        return time.during(verb);
    }

    private <A> A gathered(Reduction<A> reduction, int longest) {
        Gathering<A, Block> gathering =
                new Gathering<>(reduction::start, reduction::add, reduction::join);
        List<Block> blocks = numbers.blocks(longest, false);
        return reduction.isExact() && host.scrambles()
                ? gathering.inAnyOrder(blocks, host.blockSize())
                : gathering.inRuns(blocks);
    }

    private Matrix matrixOf(double[] values, int place) {
        time.check();
        numbers.checkExtent(Extent.TENSOR);
        matrices[place]++;
        checkPasses(passes());
        int rows = shape().rank() < 2 ? 1 : Math.toIntExact(shape().dimension(0));
        return Matrix.of(rows, rows == 0 ? 0 : values.length / rows, values.clone());
    }

    private void checkPasses(int needed) {
        if (needed > access.passes()) {
            throw new IllegalStateException(
                    "The method declares passes(%d) but needs another pass"
                            .formatted(access.passes()));
        }
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
}
