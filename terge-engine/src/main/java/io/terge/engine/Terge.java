package io.terge.engine;

import static java.util.Objects.requireNonNull;

import io.terge.api.Merger;
import io.terge.engine.kernel.Kernels;
import io.terge.engine.plugin.TergeVersion;
import io.terge.model.ModelReference;
import io.terge.tensor.TensorArray;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The entry point of terge: {@code Terge.merge(a, b, c).to(out)}.
 *
 * <p>To merge repeatedly, create a {@link Merger} with {@link #create()} or {@link #builder()} and
 * keep it: creating one takes about a tenth of a second.
 *
 * @since 0.1
 */
public final class Terge {

    private Terge() {}

    /** Returns a builder of mergers. */
    public static TergeBuilder builder() {
        return new TergeBuilder();
    }

    /** Returns a merger with all installed plugins and default settings. */
    public static Merger create() {
        return builder().build();
    }

    /** Returns the version of terge. */
    public static String version() {
        return TergeVersion.current().text();
    }

    /**
     * Returns advice on how to start the JVM for faster merges, as text; empty if nothing can be
     * gained. Vector code pays off for 24 GB of weights or more, because it takes seconds to warm
     * up; see {@link TergeBuilder#vectorCodeFrom}. The output is the same.
     */
    public static Optional<String> advice() {
        return Kernels.hasVectorModule()
                ? Optional.empty()
                : Optional.of("start the JVM with --add-modules %s".formatted(Kernels.VECTORS));
    }

    /**
     * Returns a merge of models in files or directories, with all installed plugins. Nothing is
     * read before it is run.
     */
    public static MergeCall merge(Path... models) {
        return call(Arrays.stream(given(models)).map(ModelReference::at).toList());
    }

    /** Returns a merge of models at any location; see {@link #merge(Path...)}. */
    public static MergeCall merge(ModelReference... models) {
        return call(List.of(given(models)));
    }

    /**
     * Returns a merge of models in memory; see {@link #merge(Path...)}. The maps are not copied.
     */
    @SafeVarargs
    public static MergeCall merge(Map<String, TensorArray>... models) {
        return call(
                IntStream.range(0, requireNonNull(models, "models").length)
                        .mapToObj(i -> ModelReference.of(models[i], "memory[" + i + "]"))
                        .toList());
    }

    /**
     * Returns a merge of models of any kinds; see {@link #merge(Path...)}. A {@link Path}, a {@link
     * ModelReference} or a string, as in {@link ModelReference#at(String)}, is the location of a
     * model; any other object is a model in memory, which an installed adapter must claim.
     */
    public static MergeCall merge(Object... models) {
        return call(
                IntStream.range(0, given(models).length)
                        .mapToObj(i -> reference(models, i))
                        .toList());
    }

    private static <T> T[] given(T[] models) {
        requireNonNull(models, "models");
        for (int i = 0; i < models.length; i++) {
            requireNonNull(models[i], "models[" + i + "]");
        }
        return models;
    }

    private static ModelReference reference(Object[] models, int index) {
        return switch (models[index]) {
            case ModelReference reference -> reference;
            case Path path -> ModelReference.at(path);
            case String location -> ModelReference.at(location);
            case Object model -> ModelReference.of(model, "memory[" + index + "]");
        };
    }

    private static MergeCall call(List<ModelReference> models) {
        return new MergeCall(create(), models);
    }
}
