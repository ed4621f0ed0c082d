package io.terge.hf;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.spi.ModelBlueprint;
import io.terge.spi.ModelSink;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts outputs.
 *
 * @param opener makes their files
 * @param exchange puts a directory in the place of another
 */
record SinkFactory(FileOpener opener, PathExchange exchange) {

    /** Readers of Python's library refuse files that do not say where they come from. */
    private static final Map<String, String> DEFAULT_METADATA = Map.of("format", "pt");

    /** Returns the factory that writes real files as well as this system can. */
    static SinkFactory forThisSystem() {
        return new SinkFactory(FileOpener.ofFiles(), new NativeExchange());
    }

    /** Starts a model in one file. */
    ModelSink file(Path path, ModelBlueprint blueprint) throws IOException {
        if (blueprint.shardSize().isPresent()) {
            throw new TergeException(
                    Problem.of(
                                    ErrorCode.OUTPUT_NOT_SUPPORTED,
                                    Quoted.of(path) + " is one file: it cannot be split in shards")
                            .fix(
                                    "leave the shard size out, or choose an output that does not"
                                            + " end in "
                                            + WeightNames.SUFFIX));
        }
        SafetensorsLayout layout = layout(path, blueprint.parameters(), blueprint);
        return start(
                OutputTarget.file(path),
                blueprint,
                (sink, content) -> sink.add(WeightFile.create(content, layout, opener)));
    }

    /** Starts a model in a directory. */
    ModelSink directory(Path path, ModelBlueprint blueprint) throws IOException {
        Map<String, SafetensorsLayout> layouts = new LinkedHashMap<>();
        ShardPlan.of(blueprint.parameters(), blueprint.shardSize())
                .forEach((name, shard) -> layouts.put(name, layout(path, shard, blueprint)));
        return start(
                OutputTarget.directory(path),
                blueprint,
                (sink, content) ->
                        new DirectoryContent(content, opener).fill(sink, layouts, blueprint));
    }

    private ModelSink start(OutputTarget target, ModelBlueprint blueprint, Filling filling)
            throws IOException {
        SafetensorsSink sink =
                new SafetensorsSink(StagedOutput.begin(target, blueprint.overwrite(), exchange));
        try {
            filling.fill(sink, sink.content());
            return sink;
        } catch (IOException | RuntimeException | Error failure) {
            try {
                sink.close();
            } catch (IOException second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
    }

    private static SafetensorsLayout layout(
            Path path, List<ParameterSpec> parameters, ModelBlueprint blueprint) {
        Map<String, String> metadata =
                blueprint.metadata().isEmpty() ? DEFAULT_METADATA : blueprint.metadata();
        WritableCheck.texts(path, parameters, metadata);
        SafetensorsLayout layout = SafetensorsLayout.of(parameters, metadata);
        WritableCheck.size(path, layout);
        return layout;
    }

    /** Makes the files of an output. */
    @FunctionalInterface
    private interface Filling {
        void fill(SafetensorsSink sink, Path content) throws IOException;
    }
}
