package io.terge.methods.spherical;

import io.terge.methods.spherical.StoredRowArcs.Coefficients;
import io.terge.spi.method.Access;
import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.tensor.Shape;

import java.util.List;

/**
 * Spherical linear interpolation of two models or of their task vectors, over whole parameters,
 * rows or columns.
 *
 * @since 0.1
 */
public final class NuSlerp implements MergeMethod {

    private static final String FLATTEN = "flatten";
    private static final String ROW_WISE = "row_wise";
    private static final double LEAST_SUM = 1e-6;
    private static final double HALF = 0.5;

    /** The coefficients of so many rows are kept; of more, they are computed in each pass. */
    private static final int MOST_ROWS = 1 << 20;

    private final int mostRows;

    public NuSlerp() {
        this(MOST_ROWS);
    }

    NuSlerp(int mostRows) {
        this.mostRows = mostRows;
    }

    @Override
    public String name() {
        return "nuslerp";
    }

    @Override
    public MethodDescription describe() {
        return MethodDescription.of("Interpolates two models or their task vectors along an arc")
                .reference("github.com/arcee-ai/mergekit, nuslerp")
                .formula(
                        """
                        t = w[1] / (w[0] + w[1]), or 0.5 if the weights sum to 0
                        a = the angle between x[0] and x[1]
                        out = sin((1 - t) a) / sin(a) x[0] + sin(t a) / sin(a) x[1]
                        If a base is given: d[i] for x[i], and b added to the sum
                        Zero or opposite vectors: (1 - t) x[0] + t x[1]\
                        """)
                .advice(
                        "Like slerp, with weights instead of t. With a base, it interpolates the"
                                + " task vectors, which differ in direction, instead of the models,"
                                + " which are nearly parallel.")
                .example("--weights 0.7,0.3")
                .absoluteWeights()
                .inputs(2, 2)
                .option(
                        MethodOption.flag(FLATTEN, "whether a parameter is one vector")
                                .orElse(true))
                .option(
                        MethodOption.flag(
                                        ROW_WISE,
                                        "with flatten=false: whether vectors run along the first"
                                                + " dimension, instead of the last")
                                .orElse(false))
                .access(Access.once().withBaseIfStated().passes(2));
    }

    @Override
    public Access access(MethodOptions options) {
        boolean ofRows = !options.flag(FLATTEN) && !options.flag(ROW_WISE);
        return ofRows ? describe().access().rows() : describe().access();
    }

    @Override
    public List<String> faults(MethodOptions options, List<MergeInput> inputs) {
        return options.flag(FLATTEN) && options.flag(ROW_WISE)
                ? List.of("row_wise=true needs flatten=false")
                : List.of();
    }

    @Override
    public Output merge(ParameterMerge merge) {
        double[] weights = merge.weights();
        double sum = weights[0] + weights[1];
        double t = Math.abs(sum) < LEAST_SUM ? HALF : weights[1] / sum;
        if (merge.options().flag(FLATTEN)) {
            return whole(merge, t);
        }
        return merge.options().flag(ROW_WISE) ? columns(merge, t) : rows(merge, t);
    }

    private static Output whole(ParameterMerge merge, double t) {
        double[][] gram = merge.hasBase() ? merge.taskVectorGram() : merge.gram();
        Arc arc = Arc.of(gram[0][0], gram[1][1], gram[0][1], t, 1);
        if (arc.kind().isLine()) {
            merge.note(arc.kind().note());
        }
        return Vectors.combination(merge.hasBase(), arc.first(), arc.second());
    }

    private Output rows(ParameterMerge merge, double t) {
        Shape shape = merge.shape();
        long columns = shape.rank() == 0 ? 1 : shape.dimensions().getLast();
        long rows = shape.elements() == 0 ? 0 : shape.elements() / columns;
        RowArcs arcs = new RowArcs(merge.hasBase(), t);
        if (rows > mostRows) {
            note(merge, merge.reduceRows(arcs)[0], "rows");
            return Output.rows(arcs::write);
        }
        StoredRowArcs stored = new StoredRowArcs(arcs, (int) rows, columns);
        Coefficients coefficients = merge.reduceRows(stored);
        note(merge, coefficients.lines()[0], "rows");
        return Output.blocks(block -> stored.write(coefficients, block));
    }

    private static Output columns(ParameterMerge merge, double t) {
        Shape shape = merge.shape();
        long elements = shape.elements();
        long length = shape.rank() == 0 ? 1 : shape.dimension(0);
        if (length <= 1 || elements == 0) {
            merge.note("the vectors have one element or none: interpolated linearly");
            return Vectors.combination(merge.hasBase(), 1 - t, t);
        }
        int columns = Math.toIntExact(elements / length);
        ColumnArcs arcs =
                ColumnArcs.of(merge.reduce(new ColumnProducts(columns, merge.hasBase())), t);
        note(merge, arcs.lines(), "columns");
        boolean hasBase = merge.hasBase();
        return Output.blocks(block -> arcs.write(block, hasBase));
    }

    private static void note(ParameterMerge merge, long lines, String what) {
        if (lines > 0) {
            merge.note(
                    "%d %s are zero, opposite or not finite: interpolated linearly"
                            .formatted(lines, what));
        }
    }
}
