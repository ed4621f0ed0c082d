package io.terge.engine;

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
 * The front door.
 *
 * <p>In one line: {@code Terge.merge(a, b, c).to(out)}. To merge repeatedly, keep the {@link
 * Merger} that {@link #create()} or {@link #builder()} give: making one takes about a tenth of a
 * second.
 *
 * @since 0.1
 */
public final class Terge {

    private Terge() {}

    /** Returns a builder. */
    public static TergeBuilder builder() {
        return new TergeBuilder();
    }

    /** Returns a merger with all plugins that are installed. */
    public static Merger create() {
        return builder().build();
    }

    /** The version of terge. */
    public static String version() {
        return TergeVersion.current().text();
    }

    /**
     * How this JVM would have to be started to merge faster, in words; empty if there is nothing to
     * gain. Vector code pays off for 4 GB of weights and more: it takes some seconds of work to
     * warm up, see {@link TergeBuilder#vectorCodeFrom}. The results are the same.
     */
    public static Optional<String> advice() {
        return Kernels.hasVectorModule()
                ? Optional.empty()
                : Optional.of("start the JVM with --add-modules %s".formatted(Kernels.VECTORS));
    }

    /** Starts a merge of models in files or directories. */
    public static MergeCall merge(Path... models) {
        return call(Arrays.stream(models).map(ModelReference::at).toList());
    }

    /** Starts a merge of models wherever they are. */
    public static MergeCall merge(ModelReference... models) {
        return call(List.of(models));
    }

    /** Starts a merge of models in memory. */
    @SafeVarargs
    public static MergeCall merge(Map<String, TensorArray>... models) {
        return call(
                IntStream.range(0, models.length)
                        .mapToObj(i -> ModelReference.of(models[i], "memory[" + i + "]"))
                        .toList());
    }

    private static MergeCall call(List<ModelReference> models) {
        return new MergeCall(create(), models);
    }
}
