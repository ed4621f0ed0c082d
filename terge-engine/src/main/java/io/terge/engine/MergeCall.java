package io.terge.engine;

import io.terge.api.MergePlan;
import io.terge.api.MergeReport;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.model.ModelReference;
import io.terge.tensor.TensorArray;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A merge as a single expression. Immutable: each method that adds to a call returns a new one.
 *
 * <pre>{@code
 * Terge.merge(a, b, c).with(request -> request.weights(1, 2, 3)).to(out);
 * }</pre>
 *
 * @since 0.1
 */
public final class MergeCall {

    private final Merger merger;
    private final List<ModelReference> models;
    private final UnaryOperator<MergeRequestBuilder> said;

    MergeCall(Merger merger, List<ModelReference> models) {
        this(merger, List.copyOf(models), builder -> builder);
    }

    private MergeCall(
            Merger merger, List<ModelReference> models, UnaryOperator<MergeRequestBuilder> said) {
        this.merger = merger;
        this.models = models;
        this.said = said;
    }

    /** Adds to the request, with any method of {@link MergeRequestBuilder}. */
    public MergeCall with(UnaryOperator<MergeRequestBuilder> more) {
        return new MergeCall(merger, models, builder -> more.apply(said.apply(builder)));
    }

    /** Sets the models' weights for all parameters, one per model. */
    public MergeCall weights(double... perModel) {
        return with(request -> request.weights(perModel));
    }

    /** Merges only parameters that at least one include selector matches. */
    public MergeCall include(String... selectors) {
        return with(request -> request.include(selectors));
    }

    /** Excludes the parameters that the selectors match, even if they are included. */
    public MergeCall exclude(String... selectors) {
        return with(request -> request.exclude(selectors));
    }

    /** Plans the merge; see {@link Merger#plan(MergeRequest)}. */
    public MergePlan plan() {
        return merger.plan(request());
    }

    /**
     * Merges into a file, if the path has the extension of a single-file format, else into a
     * directory.
     */
    public MergeReport to(Path path) {
        return to(ModelReference.at(path));
    }

    /** Merges into a target. */
    public MergeReport to(ModelReference target) {
        return with(request -> request.to(target)).merge();
    }

    /**
     * Merges into a model in memory, and replaces what it contains when the merge is done.
     *
     * @param model an object that an installed adapter can write
     */
    public MergeReport into(Object model) {
        return with(MergeRequestBuilder::overwrite).to(ModelReference.of(model, "memory"));
    }

    /** Merges and replaces the base with the output, atomically. */
    public MergeReport inPlace() {
        return with(MergeRequestBuilder::inPlace).merge();
    }

    /** Merges into a new map in memory, in the order of the output's parameters. */
    public Map<String, TensorArray> toArrays() {
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        to(ModelReference.of(merged, "memory"));
        return merged;
    }

    private MergeReport merge() {
        return merger.merge(request());
    }

    private MergeRequest request() {
        MergeRequestBuilder builder = MergeRequest.builder();
        models.forEach(builder::model);
        return said.apply(builder).build();
    }
}
