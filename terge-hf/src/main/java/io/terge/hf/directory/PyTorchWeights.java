package io.terge.hf.directory;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.ModelPath;
import io.terge.files.Quoted;
import io.terge.files.output.DirectoryContent;
import io.terge.files.output.Shards;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelWriter;
import io.terge.spi.format.WriterContext;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Weights named as PyTorch names them, each file written by the writer that claims it.
 *
 * @param directory the directory in planning
 * @param blueprint the model
 * @param writer writes each file
 */
record PyTorchWeights(Path directory, ModelBlueprint blueprint, ModelWriter writer)
        implements DirectoryWeights {

    private static final WeightKind KIND = WeightKind.PYTORCH;

    /**
     * Finds the writer of the files.
     *
     * @throws TergeException with {@link TergeCode#OUTPUT_NOT_SUPPORTED} if there is none
     */
    static PyTorchWeights of(
            ModelReference target, ModelBlueprint blueprint, WriterContext context) {
        Path directory = ModelPath.ofTarget(target);
        ModelReference file = ModelReference.at(directory.resolve(KIND.single()));
        ModelWriter writer = context.writer(file).orElseThrow(() -> nobody(target));
        return new PyTorchWeights(directory, blueprint, writer);
    }

    private static TergeException nobody(ModelReference target) {
        return new TergeException(
                Problem.of(
                                TergeCode.OUTPUT_NOT_SUPPORTED,
                                "PyTorch weights are requested for %s, but no adapter writes %s"
                                        .formatted(Quoted.of(target.describe()), KIND.single()))
                        .fix("add the module terge-pytorch")
                        .fix("write safetensors: add the setting ?weights=safetensors"));
    }

    @Override
    public List<List<ParameterSpec>> shards() throws IOException {
        List<List<ParameterSpec>> shards = Shards.filled(blueprint);
        for (int i = 0; i < shards.size(); i++) {
            Path file = directory.resolve(KIND.shard(i + 1, shards.size()));
            // Throws for what the format cannot hold.
            writer.shards(ModelReference.at(file), part(shards.get(i)));
        }
        return shards;
    }

    @Override
    public void fill(DirectoryContent content) throws IOException {
        List<List<ParameterSpec>> shards = Shards.filled(blueprint);
        Map<String, String> files = new HashMap<>();
        for (int i = 0; i < shards.size(); i++) {
            String file = KIND.shard(i + 1, shards.size());
            shards.get(i).forEach(parameter -> files.put(parameter.name(), file));
            content.weights(file, part(shards.get(i)), writer);
        }
        if (shards.size() > 1) {
            content.write(KIND.index(), index(files));
        }
    }

    private byte[] index(Map<String, String> files) {
        SortedMap<String, String> places = new TreeMap<>(files);
        blueprint.ties().forEach((name, other) -> places.put(name, files.getOrDefault(other, "")));
        return IndexJson.of(
                places, blueprint.parameters().stream().mapToLong(ParameterSpec::byteSize).sum());
    }

    /** The model that one file holds: its parameters, with all of their names. */
    private ModelBlueprint part(List<ParameterSpec> shard) {
        Set<String> here = shard.stream().map(ParameterSpec::name).collect(Collectors.toSet());
        Map<String, String> ties = new HashMap<>(blueprint.ties());
        ties.values().retainAll(here);
        return ModelBlueprint.of(shard).withTies(ties).withMetadata(blueprint.metadata());
    }
}
