package io.terge.spi.format;

import static java.util.Objects.requireNonNull;

import io.terge.model.ModelReference;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a model was merged, in short, for formats that describe it next to the weights.
 *
 * @param models the models, in the order of the request, the base included
 * @param uses the methods, the one of most parameters first
 * @param copied how many parameters are not merged, but copied
 * @since 0.1
 */
public record MergeSummary(List<Model> models, List<Use> uses, long copied) {

    /**
     * A model that parameters come from.
     *
     * @param reference its name
     * @param isBase whether it is the base
     * @param companions its other files; readable until the model is closed
     * @param merged how it was merged, if it is the output of a stage of the same merge
     */
    public record Model(
            ModelReference reference,
            boolean isBase,
            List<Companion> companions,
            Optional<MergeSummary> merged) {

        public Model {
            requireNonNull(reference, "reference");
            companions = List.copyOf(companions);
            requireNonNull(merged, "merged");
        }

        /** A model that exists. */
        public Model(ModelReference reference, boolean isBase, List<Companion> companions) {
            this(reference, isBase, companions, Optional.empty());
        }
    }

    /**
     * Parameters that are merged in the same way.
     *
     * @param method the name of the method
     * @param options the values of its options, except those per model
     * @param weights the weight of each model of {@link #models()}; NaN for one that is not merged
     * @param parameters how many parameters
     */
    public record Use(
            String method,
            SortedMap<String, String> options,
            List<Double> weights,
            long parameters) {

        public Use {
            requireNonNull(method, "method");
            options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
            weights = List.copyOf(weights);
        }
    }

    public MergeSummary {
        models = List.copyOf(models);
        uses = List.copyOf(uses);
    }
}
