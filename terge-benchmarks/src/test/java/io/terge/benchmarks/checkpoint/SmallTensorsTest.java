package io.terge.benchmarks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.benchmarks.check.MeanCheck;
import io.terge.benchmarks.files.WeightFiles;
import io.terge.benchmarks.run.LibraryMerge;
import io.terge.benchmarks.run.Recipe;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class SmallTensorsTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void modelsHaveAsManyTensorsAndFilesAsAskedFor() throws IOException {
        for (Path model : new SmallTensors(folder, 103, 10).models(2)) {
            assertThat(WeightFiles.in(model)).hasSize(11);
            try (StoredWeights weights = StoredWeights.open(model)) {
                assertThat(weights.names())
                        .hasSize(103)
                        .contains("model.layers.4.experts.0.up.bias");
                assertThat(weights.elements("model.layers.0.experts.0.up.weight")).isEqualTo(32);
            }
        }
        assertThat(WeightFiles.in(new SmallTensors(folder, 103, 103).models(1).getFirst()))
                .hasSize(1);
    }

    @Test
    void modelsAreMerged() throws IOException {
        List<Path> models = new SmallTensors(folder, 103, 10).models(2);
        Recipe mean = Recipe.mean(models);
        Path merged = folder.resolve("merged");
        LibraryMerge.of(mean, 2).run(merged);
        new MeanCheck(models, mean.weights(), true).check(merged);
    }
}
