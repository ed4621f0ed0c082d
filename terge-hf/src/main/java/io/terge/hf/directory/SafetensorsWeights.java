package io.terge.hf.directory;

import io.terge.files.output.DirectoryContent;
import io.terge.hf.safetensors.SafetensorsLayout;
import io.terge.hf.safetensors.ShardLayouts;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Weights as safetensors.
 *
 * @param blueprint the model
 */
record SafetensorsWeights(ModelBlueprint blueprint) implements DirectoryWeights {

    @Override
    public List<List<ParameterSpec>> shards() {
        List<List<ParameterSpec>> shards = ShardLayouts.divided(blueprint);
        ShardLayouts.check(blueprint, shards);
        return shards;
    }

    @Override
    public void fill(DirectoryContent content) throws IOException {
        SortedMap<String, SafetensorsLayout> files = files();
        if (files.size() > 1) {
            SortedMap<String, String> places = new TreeMap<>();
            files.forEach((file, layout) -> layout.names().forEach(name -> places.put(name, file)));
            long size = files.values().stream().mapToLong(SafetensorsLayout::weightBytes).sum();
            content.write(WeightKind.SAFETENSORS.index(), IndexJson.of(places, size));
        }
        for (var file : files.entrySet()) {
            content.weights(file.getKey(), file.getValue().file(), file.getValue().completion());
        }
    }

    /** The files by name. */
    private SortedMap<String, SafetensorsLayout> files() {
        List<SafetensorsLayout> layouts =
                ShardLayouts.of(blueprint, ShardLayouts.divided(blueprint));
        SortedMap<String, SafetensorsLayout> files = new TreeMap<>();
        for (SafetensorsLayout layout : layouts) {
            files.put(WeightKind.SAFETENSORS.shard(files.size() + 1, layouts.size()), layout);
        }
        return files;
    }
}
