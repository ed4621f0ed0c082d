package io.terge.hf.directory;

import io.terge.files.Companions;
import io.terge.files.ModelPath;
import io.terge.files.output.DirectoryContent;
import io.terge.files.output.ModelOutput;
import io.terge.files.staging.OutputTarget;
import io.terge.hf.safetensors.SafetensorsLayout;
import io.terge.hf.safetensors.SafetensorsName;
import io.terge.hf.safetensors.ShardLayouts;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes model directories: weights in safetensors, an index, and companions. */
record DirectoryWriter() implements ModelWriter {

    @Override
    public Claim claims(ModelReference target) {
        return target.path().filter(DirectoryWriter::mayBeADirectory).isPresent()
                ? Claim.GENERAL
                : Claim.NONE;
    }

    private static boolean mayBeADirectory(Path path) {
        return !SafetensorsName.isOf(path)
                && (Files.isDirectory(path) || !WeightNames.areOfAnotherFormat(path));
    }

    @Override
    public void check(ModelReference target, boolean overwrite) throws IOException {
        target(target).check(overwrite);
    }

    @Override
    public List<List<ParameterSpec>> shards(ModelReference target, ModelBlueprint blueprint) {
        List<List<ParameterSpec>> shards = ShardLayouts.divided(blueprint);
        Companions.checkReadable(blueprint.companions());
        ShardLayouts.of(blueprint, shards); // Throws for what the format cannot hold.
        return shards;
    }

    @Override
    public ModelSink create(ModelReference target, ModelBlueprint blueprint) throws IOException {
        Map<String, SafetensorsLayout> files = files(blueprint);
        return ModelOutput.directory(
                target(target), blueprint.overwrite(), content -> fill(content, files, blueprint));
    }

    private static OutputTarget target(ModelReference target) {
        return OutputTarget.directory(ModelPath.ofTarget(target), new HuggingFaceFormat());
    }

    /** The files of weights by name. */
    private static Map<String, SafetensorsLayout> files(ModelBlueprint blueprint) {
        List<SafetensorsLayout> layouts =
                ShardLayouts.of(blueprint, ShardLayouts.divided(blueprint));
        if (layouts.size() == 1) {
            return Map.of(WeightNames.SINGLE, layouts.getFirst());
        }
        Map<String, SafetensorsLayout> named = new LinkedHashMap<>();
        for (SafetensorsLayout layout : layouts) {
            named.put(WeightNames.shard(named.size() + 1, layouts.size()), layout);
        }
        return named;
    }

    private static void fill(
            DirectoryContent content,
            Map<String, SafetensorsLayout> files,
            ModelBlueprint blueprint)
            throws IOException {
        ConfigEdit edit = new ConfigEdit(blueprint.changes());
        for (Companion companion : blueprint.companions()) {
            Optional<byte[]> edited =
                    companion.name().equals(WeightNames.CONFIG)
                            ? edit.edited(companion)
                            : Optional.empty();
            if (edited.isPresent()) {
                content.copy(companion, edited.get());
            } else {
                content.copy(List.of(companion));
            }
        }
        if (files.size() > 1) {
            content.write(WeightNames.INDEX, IndexJson.of(files));
        }
        for (Map.Entry<String, SafetensorsLayout> file : files.entrySet()) {
            content.weights(file.getKey(), file.getValue().file(), file.getValue().completion());
        }
    }
}
