package io.terge.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import static java.util.Objects.requireNonNull;

import io.terge.engine.Terge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** What mergekit gets wrong: it uses only the last of several sources that are one model. */
class SelfMergeTest {

    private static final String RECIPE =
            """
            merge_method: linear
            slices:
            - sources:
              - {model: ../models/a, layer_range: [0, 2], parameters: {weight: 0.25}}
              - {model: ../models/a, layer_range: [2, 4], parameters: {weight: 0.75}}
            """;

    @TempDir private Path directory;

    @Test
    void twoRangesOfOneModelAreMerged() throws IOException {
        Path out = directory.resolve("out");
        Terge.create().merge(MergekitRecipes.to(MergekitRecipes.read(RECIPE, "linear"), out));
        Map<String, RawTensor> merged = RawTensor.read(out.resolve("model.safetensors"));
        Map<String, RawTensor> model =
                RawTensor.read(MergekitRecipes.data().resolve("models/a/model.safetensors"));
        assertThat(merged).hasSizeBetween(2, model.size() - 1);
        merged.forEach(
                (name, tensor) -> {
                    String later = name.replace("layers.1.", "layers.3.");
                    double[] first = values(model, name);
                    double[] second = values(model, later.replace("layers.0.", "layers.2."));
                    double[] mean = new double[first.length];
                    for (int i = 0; i < mean.length; i++) {
                        mean[i] = 0.25 * first[i] + 0.75 * second[i];
                    }
                    assertThat(tensor.values()).as(name).containsExactly(mean, within(1e-6));
                });
    }

    private static double[] values(Map<String, RawTensor> model, String name) {
        return requireNonNull(model.get(name), name).values();
    }
}
