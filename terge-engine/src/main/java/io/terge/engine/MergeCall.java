package io.terge.engine;

import static java.util.Objects.requireNonNull;

import io.terge.api.MergePlan;
import io.terge.api.MergeReport;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.api.ModelScope;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;
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
        requireNonNull(more, "more");
        return new MergeCall(merger, models, builder -> more.apply(said.apply(builder)));
    }

    /** Sets the models' weights for all parameters, one per model. */
    public MergeCall weights(double... perModel) {
        requireNonNull(perModel, "perModel");
        return with(request -> request.weights(perModel));
    }

    /** Makes one of the models the base; see {@link MergeRequestBuilder#base(int)}. */
    public MergeCall base(int index) {
        return with(request -> request.base(index));
    }

    /** Makes another model, which is not merged itself, the base. */
    public MergeCall base(Path path) {
        requireNonNull(path, "path");
        return with(request -> request.base(path));
    }

    /** Makes another model, which is not merged itself, the base. */
    public MergeCall base(ModelReference reference) {
        requireNonNull(reference, "reference");
        return with(request -> request.base(reference));
    }

    /** Uses a method for all parameters. */
    public MergeCall method(String name) {
        requireNonNull(name, "name");
        return with(request -> request.method(name));
    }

    /** Sets an option of all methods that have it. */
    public MergeCall option(String name, String value) {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
        return with(request -> request.option(name, value));
    }

    /** Sets a numeric option of all methods that have it. */
    public MergeCall option(String name, double value) {
        requireNonNull(name, "name");
        return with(request -> request.option(name, value));
    }

    /**
     * Renames parameters of models; see {@link MergeRequestBuilder#rename(ModelScope, String,
     * String)}.
     */
    public MergeCall rename(ModelScope which, String regex, String replacement) {
        requireNonNull(which, "which");
        requireNonNull(regex, "regex");
        requireNonNull(replacement, "replacement");
        return with(request -> request.rename(which, regex, replacement));
    }

    /** Sets the seed of methods that use random numbers. */
    public MergeCall seed(long number) {
        return with(request -> request.seed(number));
    }

    /** Stores all floating-point parameters that no selector matches in this type. */
    public MergeCall dtype(DType dtype) {
        requireNonNull(dtype, "dtype");
        return with(request -> request.dtype(dtype));
    }

    /** Stores the floating-point parameters that the selector matches in this type. */
    public MergeCall dtype(String selector, DType dtype) {
        requireNonNull(selector, "selector");
        requireNonNull(dtype, "dtype");
        return with(request -> request.dtype(selector, dtype));
    }

    /** Splits the output into shards of at most this many bytes of weights. */
    public MergeCall shardSize(long bytes) {
        return with(request -> request.shardSize(bytes));
    }

    /** Allows a model that already exists at the target to be replaced. */
    public MergeCall overwrite() {
        return with(MergeRequestBuilder::overwrite);
    }

    /** Rejects the merge if planning has any warning; see {@link MergeRequestBuilder#strict()}. */
    public MergeCall strict() {
        return with(MergeRequestBuilder::strict);
    }

    /** Merges only parameters that at least one include selector matches. */
    public MergeCall include(String... selectors) {
        requireNonNull(selectors, "selectors");
        return with(request -> request.include(selectors));
    }

    /** Excludes the parameters that the selectors match, even if they are included. */
    public MergeCall exclude(String... selectors) {
        requireNonNull(selectors, "selectors");
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
        requireNonNull(target, "target");
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
