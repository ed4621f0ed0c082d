package io.terge.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.engine.Terge;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.tensor.TensorArray;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** How a model is spread over files changes no byte of what is made from it. */
class ShardedInputsTest {

    private static final long SHARD = 150_000;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"arithmetic", "equal-norms", "max-magnitude"})
    void oneFileAndShardsMergeIntoTheSameBytes(String method) throws IOException {
        Path first = save("a", false, 1);
        Path files = merge(method, first, save("b", false, 2));
        assertThat(Files.mismatch(files, first)).as("something is merged").isNotEqualTo(-1);
        Path shards = merge(method, save("a-shards", true, 1), save("b-shards", true, 2));
        Path mixed = merge(method, save("a-file", false, 1), save("b-more", true, 2));
        assertThat(Files.mismatch(files, shards)).isEqualTo(-1);
        assertThat(Files.mismatch(files, mixed)).isEqualTo(-1);
    }

    @Test
    void theModelsAreInShardsIndeed() throws IOException {
        try (var content = Files.list(save("a", true, 1))) {
            assertThat(content.filter(file -> file.toString().endsWith(".safetensors")))
                    .hasSizeGreaterThan(2);
        }
    }

    private Path merge(String method, Path... models) {
        Path out = folder.resolve(models[0].getFileName() + "-" + method + ".safetensors");
        Terge.merge(models).with(request -> request.method(method)).weights(2, 1).to(out);
        return out;
    }

    private Path save(String name, boolean sharded, long seed) {
        Map<String, TensorArray> model =
                TinyModel.seeded(seed)
                        .with("embed", DType.BF16, 300, 101)
                        .with("dense", DType.F16, 70_001)
                        .with("head", DType.F32, 257, 129)
                        .with("scale", DType.F8_E5M2, 333)
                        .with("ids", DType.I64, 99)
                        .arrays();
        Path path = folder.resolve(sharded ? name : name + ".safetensors");
        // Merged with itself a model stays as it is.
        Terge.merge(ModelReference.of(model, name), ModelReference.of(model, name))
                .with(request -> sharded ? request.shardSize(SHARD) : request)
                .to(path);
        return path;
    }
}
