package io.terge.files.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.format.ParameterGroup;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class ShardGroupTest {

    private static final List<ParameterSpec> PARAMETERS =
            List.of(ParameterSpec.of("a", DType.F32, Shape.of(1)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model-00002-of-00005.safetensors",
                "pytorch_model-2-of-5.bin",
                "diffusion_pytorch_model-00002-of-00005.safetensors"
            })
    void namesTheNumberOfTheShard(String name) {
        Optional<ParameterGroup> group = ShardGroup.of(Path.of("dir", name), PARAMETERS);
        assertThat(group).isPresent();
        assertThat(group.orElseThrow().meaning())
                .isEqualTo("a model in 5 shards, of which this file is number 2");
        assertThat(group.orElseThrow().advice()).contains("directory");
        assertThat(group.orElseThrow().members()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model.safetensors",
                "model-00001-of-00001.safetensors",
                "best-of-3.safetensors",
                "one-of-many.bin",
                "model-00002-of-00005"
            })
    void otherFilesAreWholeModels(String name) {
        assertThat(ShardGroup.of(Path.of(name), PARAMETERS)).isEmpty();
    }

    @Test
    void aShardWithoutParametersIsNoGroup() {
        assertThat(ShardGroup.of(Path.of("model-00002-of-00005.safetensors"), List.of())).isEmpty();
    }
}
