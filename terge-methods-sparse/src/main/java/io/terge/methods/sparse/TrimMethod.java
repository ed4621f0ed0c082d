package io.terge.methods.sparse;

import io.terge.methods.sparse.part.Cut;
import io.terge.methods.sparse.part.ModelPlaces;
import io.terge.methods.sparse.part.Rescale;
import io.terge.methods.sparse.part.Selection;
import io.terge.methods.sparse.part.Selection.Sought;
import io.terge.methods.sparse.part.SparseBlock;
import io.terge.methods.sparse.part.Sparsifier;
import io.terge.methods.sparse.part.Trim;
import io.terge.methods.sparse.part.Vectors;
import io.terge.spi.method.Access;
import io.terge.spi.method.MergeInput;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOptions;
import io.terge.spi.method.ModelSurvey;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.spi.method.SurveyingMethod;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A method that keeps elements of task vectors by their magnitude, in each tensor or in the whole
 * model, and combines them. It has the options {@code density}, {@code normalize}, {@code lambda},
 * {@code rescale}, {@code scope} and, if it elects signs, {@code consensus}.
 *
 * @since 0.1
 */
public abstract class TrimMethod implements SurveyingMethod<Object> {

    private final String name;
    private final MethodDescription description;
    private final boolean dropsOutliers;

    /**
     * Makes a method.
     *
     * @param name its name
     * @param description its summary and own options
     * @param normalizes the default of {@code normalize}
     * @param elects whether it elects signs
     * @param dropsOutliers whether it also drops the largest elements: the fraction {@code gamma},
     *     an option per model
     */
    protected TrimMethod(
            String name,
            MethodDescription description,
            boolean normalizes,
            boolean elects,
            boolean dropsOutliers) {
        this.name = name;
        this.dropsOutliers = dropsOutliers;
        this.description =
                SparseOptions.combined(description, normalizes, elects)
                        .option(SparseOptions.rescale(SparseOptions.NOT))
                        .option(SparseOptions.scope())
                        .access(
                                Access.once()
                                        .withBase()
                                        .passes(Selection.PASSES + 1)
                                        .surveyPasses(0));
    }

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
        int more = SparseOptions.isByMagnitude(options) ? 2 : 1;
        return SparseOptions.isOfModel(options)
                ? description.access().passes(more).surveyPasses(Selection.PASSES)
                : description.access().passes(Selection.PASSES + more);
    }

    @Override
    public final Object survey(ModelSurvey model) {
        if (!SparseOptions.isOfModel(model.options())) {
            return ModelCuts.none();
        }
        ModelPlaces places = ModelPlaces.of(model);
        List<MergeInput> inputs = places.inputs();
        List<Cut> cuts = cuts(Vectors.of(model, places), inputs);
        Map<Integer, Cut> kept = new HashMap<>();
        Map<Integer, Cut> outliers = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            kept.put(inputs.get(i).model(), cuts.get(i));
            if (dropsOutliers) {
                outliers.put(inputs.get(i).model(), cuts.get(inputs.size() + i));
            }
        }
        return new ModelCuts(kept, outliers, Optional.of(places));
    }

    /** The cuts of what is kept, then those of outliers. */
    private List<Cut> cuts(Vectors vectors, List<MergeInput> inputs) {
        List<Sought> kept = new ArrayList<>();
        List<Sought> outliers = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            MethodOptions options = inputs.get(i).options();
            long size = vectors.sizes().get(i);
            double density = options.number(SparseOptions.DENSITY);
            long count = Selection.count(density, size);
            long large =
                    dropsOutliers && density < 1
                            ? Selection.count(options.number(SparseOptions.GAMMA), size)
                            : 0;
            // Where both are more than there is, fewer outliers are dropped, as in mergekit.
            large = Math.min(large, size - count);
            kept.add(new Sought(i, count + large));
            outliers.add(new Sought(i, large));
        }
        if (dropsOutliers) {
            kept.addAll(outliers);
        }
        return Selection.of(vectors, kept);
    }

    @Override
    public final Output merge(ParameterMerge merge, Object survey) {
        MethodOptions options = merge.options();
        Trim trim =
                SparseOptions.isOfModel(options) && survey instanceof ModelCuts cuts
                        ? cuts.of(
                                merge.name(),
                                merge.inputs().stream().map(MergeInput::model).toList())
                        : ofTensor(merge);
        Sparsifier sparsifier = rescaled(merge, trim);
        return Output.blocks(
                new SparseBlock(sparsifier, SparseOptions.combination(options), merge.weights()));
    }

    private Trim ofTensor(ParameterMerge merge) {
        int models = merge.inputs().size();
        List<Cut> cuts = cuts(Vectors.of(merge), merge.inputs());
        return new Trim(
                cuts.subList(0, models),
                dropsOutliers ? cuts.subList(models, 2 * models) : List.of());
    }

    private static Sparsifier rescaled(ParameterMerge merge, Trim trim) {
        return switch (merge.options().text(SparseOptions.RESCALE)) {
            case SparseOptions.BY_MAGNITUDE -> Rescale.byMagnitude(merge, trim, false);
            case SparseOptions.BY_DENSITY -> trim.then(byDensity(merge));
            default -> trim;
        };
    }

    private static Sparsifier byDensity(ParameterMerge merge) {
        double[] factors =
                IntStream.range(0, merge.inputs().size())
                        .mapToDouble(
                                i -> merge.inputs().get(i).options().number(SparseOptions.DENSITY))
                        .map(density -> density > 0 ? 1 / density : 1)
                        .toArray();
        return (input, start, vector, length) -> {
            double factor = factors[input];
            for (int e = 0; e < length; e++) {
                vector[e] *= factor;
            }
        };
    }
}
