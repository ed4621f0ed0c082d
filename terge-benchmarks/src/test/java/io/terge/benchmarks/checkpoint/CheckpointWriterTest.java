package io.terge.benchmarks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.terge.benchmarks.files.WeightFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;

class CheckpointWriterTest {

    private static final String PARAMETER = "model.layers.3.mlp.up_proj.weight";

    private final LlamaShape shape = new LlamaShape(300, 64, 176, 4, 4, 2);

    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void theWeightsAreNormalNumbers(WeightType type) throws IOException {
        Path model = write(type, 1, 100_000);
        try (StoredWeights weights = StoredWeights.open(model)) {
            assertThat(weights.names()).isEqualTo(shape.parameters().keySet());
            long count = weights.elements(PARAMETER);
            assertThat(count).isEqualTo(176 * 64);
            double squares = 0;
            for (long i = 0; i < count; i++) {
                double value = type.value(weights.bits(PARAMETER, i));
                squares += value * value;
            }
            assertThat(Math.sqrt(squares / count)).isCloseTo(0.02, within(0.001));
        }
    }

    @Test
    void aModelMayHaveOneFileOrMany() throws IOException {
        assertThat(WeightFiles.in(write(WeightType.BF16, 1, 100_000)))
                .hasSizeGreaterThan(2)
                .first()
                .asString()
                .contains("model-00001-of-0000");
        assertThat(WeightFiles.in(write(WeightType.BF16, 2, 100_000_000)))
                .singleElement()
                .asString()
                .endsWith("model.safetensors");
    }

    @Test
    void twoModelsAgreeHardlyAnywhere() throws IOException {
        try (StoredWeights first = StoredWeights.open(write(WeightType.F32, 1, 100_000));
                StoredWeights second = StoredWeights.open(write(WeightType.F32, 2, 100_000))) {
            int same = 0;
            for (int i = 0; i < 1000; i++) {
                same += first.bits(PARAMETER, i) == second.bits(PARAMETER, i) ? 1 : 0;
            }
            assertThat(same).isLessThan(3);
        }
    }

    private Path write(WeightType type, long seed, long shardSize) throws IOException {
        Path model = folder.resolve("model-" + seed);
        new CheckpointWriter(shape, type, shardSize).write(model, seed);
        return model;
    }
}
