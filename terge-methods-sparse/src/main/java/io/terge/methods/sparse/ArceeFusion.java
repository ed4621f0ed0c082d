package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Selection;
import io.terge.methods.sparse.part.Selection.Sought;
import io.terge.methods.sparse.part.Vectors;
import io.terge.spi.method.Block;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.tensor.Shape;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * Takes the elements of a model whose changes are more important than most.
 *
 * <p>What is ranked is the importance of each change: its magnitude times the divergence of its
 * row. Divergences are 0 or positive by definition; those that rounding makes negative count as 0,
 * so the order of magnitudes is that of values. The quartiles are exact, whatever the size of a
 * tensor: each is the element at the place {@code floor(q (n - 1))} of the {@code n} values in
 * ascending order, without interpolation.
 *
 * @since 0.1
 */
public final class ArceeFusion implements MergeMethod {

    private static final double SPREADS = 1.5;

    /** The divergences of so many rows are kept; of more, they are computed in each pass. */
    private static final int MOST_ROWS = 1 << 20;

    private final int mostRows;

    public ArceeFusion() {
        this(MOST_ROWS);
    }

    ArceeFusion(int mostRows) {
        this.mostRows = mostRows;
    }

    @Override
    public String name() {
        return "arcee_fusion";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Takes the important changes of one model")
                .ignoresWeights()
                .reference("arcee.ai, as in MergeKit 0.1")
                .formula(
                        """
                        p, q = softmax of a row of x[0] and of b, plus 0.00000001
                        a = |d[0]| (sum of p ln(p / q) over the row)
                        out = x[0] where a >= Q50 + 1.5 (Q75 - Q25), else b;
                              Q25, Q50 and Q75 are the quartiles of a in the tensor\
                        """)
                .advice(
                        "Use it to take only the strongest changes of one tuned model. Rows of a"
                                + " single element do not diverge, so tensors of such rows are"
                                + " those of the model. Compare it with averaging and task"
                                + " arithmetic, which are the reliable starting points (arXiv"
                                + " 2511.21437).")
                .inputs(1, 1)
                .withBase()
                .rows()
                .passes(Selection.MAGNITUDE_PASSES + 2);
    }

    @Override
    public Output merge(ParameterMerge merge) {
        Shape shape = merge.shape();
        long elements = shape.elements();
        if (elements == 0) {
            return Output.linear(1);
        }
        long columns = shape.rank() == 0 ? 1 : shape.dimensions().getLast();
        long rows = elements / columns;
        if (rows > mostRows) {
            double least = threshold(Vectors.ofRows(merge, 1, Importance::ofRow), elements);
            return Output.rows(row -> take(row, Importance::fillRow, least));
        }
        Importance importance =
                new Importance(merge.reduceRows(new RowDivergences((int) rows)).rows(), columns);
        double least = threshold(Vectors.of(merge, 1, importance), elements);
        return Output.blocks(block -> take(block, importance::fill, least));
    }

    private static double threshold(Vectors importance, long elements) {
        double[] quartiles =
                Selection.magnitudes(
                        importance,
                        List.of(
                                quantile(0.25, elements),
                                quantile(0.5, elements),
                                quantile(0.75, elements)));
        return quartiles[1] + SPREADS * (quartiles[2] - quartiles[0]);
    }

    /** The smallest of all elements that are not below the quantile. */
    private static Sought quantile(double fraction, long elements) {
        return new Sought(0, elements - (long) (fraction * (elements - 1)));
    }

    private static void take(Block block, BiConsumer<double[], Block> importance, double least) {
        double[] output = block.output();
        importance.accept(output, block);
        double[] input = block.input(0);
        double[] base = block.base();
        // What is not a number counts as important: its bits are larger than those of numbers.
        long bound = least >= 0 ? Double.doubleToRawLongBits(least) : 0;
        for (int e = 0; e < block.length(); e++) {
            long size = Double.doubleToRawLongBits(output[e]) & Long.MAX_VALUE;
            // By masks of bits, since a processor cannot foresee a branch.
            long isBase = (size - bound) >> (Long.SIZE - 1);
            long bits =
                    Double.doubleToRawLongBits(base[e]) & isBase
                            | Double.doubleToRawLongBits(input[e]) & ~isBase;
            output[e] = Double.longBitsToDouble(bits);
        }
    }
}
