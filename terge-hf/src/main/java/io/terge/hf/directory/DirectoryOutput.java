package io.terge.hf.directory;

import io.terge.files.output.DirectoryContent;
import io.terge.files.output.ModelOutput;
import io.terge.files.staging.OutputTarget;
import io.terge.hf.safetensors.SafetensorsLayout;
import io.terge.spi.ModelBlueprint;
import io.terge.spi.ModelSink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model directory that is to be written.
 *
 * @param path where to
 */
record DirectoryOutput(Path path) {

    /** Where it goes, with what may be replaced there. */
    OutputTarget target() {
        return OutputTarget.directory(path, new HuggingFaceFormat());
    }

    /** Starts the model. */
    ModelSink start(ModelBlueprint blueprint) throws IOException {
        Map<String, SafetensorsLayout> layouts = new LinkedHashMap<>();
        ShardPlan.of(blueprint.parameters(), blueprint.shardSize())
                .forEach(
                        (name, shard) ->
                                layouts.put(
                                        name,
                                        SafetensorsLayout.checked(
                                                path, shard, blueprint.metadata())));
        return ModelOutput.directory(
                target(), blueprint.overwrite(), content -> fill(content, layouts, blueprint));
    }

    private static void fill(
            DirectoryContent content,
            Map<String, SafetensorsLayout> layouts,
            ModelBlueprint blueprint)
            throws IOException {
        content.copy(blueprint.companions());
        if (layouts.size() > 1) {
            content.write(WeightNames.INDEX, IndexJson.of(layouts));
        }
        for (Map.Entry<String, SafetensorsLayout> file : layouts.entrySet()) {
            content.weights(file.getKey(), file.getValue().file());
        }
    }
}
