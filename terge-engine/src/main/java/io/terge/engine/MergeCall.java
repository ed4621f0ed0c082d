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
 * A merge in one line. Immutable: every method that says more returns another call.
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

    /** Says more: anything that a {@link MergeRequestBuilder} can. */
    public MergeCall with(UnaryOperator<MergeRequestBuilder> more) {
        return new MergeCall(merger, models, builder -> more.apply(said.apply(builder)));
    }

    /** Weights the models: one weight for each. */
    public MergeCall weights(double... perModel) {
        return with(request -> request.weights(perModel));
    }

    /** Merges only what one of the selectors matches. */
    public MergeCall include(String... selectors) {
        return with(request -> request.include(selectors));
    }

    /** Does not merge what the selectors match. */
    public MergeCall exclude(String... selectors) {
        return with(request -> request.exclude(selectors));
    }

    /** Decides what would be done, and writes nothing. */
    public MergePlan plan() {
        return merger.plan(request());
    }

    /** Merges to a path: a file by its ending, else a directory. */
    public MergeReport to(Path path) {
        return to(ModelReference.at(path));
    }

    /** Merges to a reference. */
    public MergeReport to(ModelReference target) {
        return with(request -> request.to(target)).merge();
    }

    /** Merges into the base, at once and as a whole. */
    public MergeReport inPlace() {
        return with(MergeRequestBuilder::inPlace).merge();
    }

    /** Merges into new memory. */
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
