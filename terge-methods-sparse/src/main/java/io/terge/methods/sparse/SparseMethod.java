package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Rescale;
import io.terge.methods.sparse.part.SparseBlock;
import io.terge.methods.sparse.part.Sparsifier;
import io.terge.spi.method.Access;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

/**
 * A method that drops elements of task vectors at random and combines what is left. It has the
 * options {@code normalize}, {@code lambda}, {@code rescale} and, if it elects signs, {@code
 * consensus}.
 *
 * @since 0.1
 */
public abstract class SparseMethod implements MergeMethod {

    private final String name;
    private final MethodDescription description;
    private final boolean byRows;

    /**
     * Makes a method.
     *
     * @param name its name
     * @param description its summary and own options
     * @param normalizes the default of {@code normalize}
     * @param elects whether it elects signs
     * @param byRows whether its sparsifier needs whole rows
     */
    protected SparseMethod(
            String name,
            MethodDescription description,
            boolean normalizes,
            boolean elects,
            boolean byRows) {
        this.name = name;
        this.byRows = byRows;
        MethodDescription all =
                SparseOptions.combined(description, normalizes, elects)
                        .option(SparseOptions.rescale(SparseOptions.BY_DENSITY))
                        .withRandomNumbers();
        this.description = byRows ? all.rows() : all;
    }

    /**
     * Returns what drops the elements of one parameter.
     *
     * @param rescales whether it divides what is kept by its probability
     */
    protected abstract Sparsifier sparsifier(ParameterMerge merge, boolean rescales);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final MethodDescription describe() {
        return description;
    }

    @Override
    public final Access access(MethodOptions options) {
        return SparseOptions.isByMagnitude(options)
                ? description.access().passes(2)
                : description.access();
    }

    @Override
    public final Output merge(ParameterMerge merge) {
        MethodOptions options = merge.options();
        boolean rescales = options.text(SparseOptions.RESCALE).equals(SparseOptions.BY_DENSITY);
        Sparsifier sparsifier = sparsifier(merge, rescales);
        if (SparseOptions.isByMagnitude(options)) {
            sparsifier = Rescale.byMagnitude(merge, sparsifier, byRows);
        }
        SparseBlock block =
                new SparseBlock(sparsifier, SparseOptions.combination(options), merge.weights());
        return byRows ? Output.rows(block) : Output.blocks(block);
    }
}
