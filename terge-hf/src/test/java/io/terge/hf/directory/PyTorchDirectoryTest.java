package io.terge.hf.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;
import io.terge.hf.Models;
import io.terge.hf.SafetensorsBytes;
import io.terge.hf.safetensors.SafetensorsAdapter;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelChanges;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelSource;
import io.terge.testkit.TestAdapterContext;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Weights named as PyTorch names them, in whatever format. */
class PyTorchDirectoryTest {

    /** An adapter of {@code .bin} files, which here are safetensors. */
    private static final class BinAdapter implements ModelAdapter {

        @Override
        public String name() {
            return "bin";
        }

        @Override
        public Claim claims(ModelReference reference) {
            return reference.path().filter(path -> path.toString().endsWith(".bin")).isPresent()
                    ? Claim.SPECIFIC
                    : Claim.NONE;
        }

        @Override
        public ModelSource open(ModelReference reference, AdapterContext context)
                throws IOException {
            return new SafetensorsAdapter().open(reference, context);
        }
    }

    private final AdapterContext context =
            TestAdapterContext.of(
                    new BinAdapter(), new SafetensorsAdapter(), new HuggingFaceAdapter());

    @TempDir private Path folder;
    private Path model = Path.of("");

    @BeforeEach
    void makeDirectory() throws IOException {
        model = Files.createDirectory(folder.resolve("model"));
        Files.writeString(model.resolve("config.json"), "{}");
    }

    @Test
    void aSingleFileIsRead() throws IOException {
        weights("pytorch_model.bin", "w", 1);
        try (ModelSource source = open()) {
            assertThat(Models.bytes(source, "w")).containsExactly(1);
            assertThat(source.details()).isEqualTo(Map.of("weights", "pytorch_model.bin"));
            assertThat(source.warnings()).isEmpty();
            assertThat(source.companions())
                    .extracting(Companion::name)
                    .containsExactly("config.json");
        }
    }

    @Test
    void shardsAreRead() throws IOException {
        shards();
        try (ModelSource source = open()) {
            assertThat(Models.names(source)).containsExactly("v", "w");
            assertThat(Models.bytes(source, "w")).containsExactly(2);
            assertThat(source.details())
                    .isEqualTo(Map.of("weights", "2 shards of pytorch_model.bin.index.json"));
            assertThat(source.companions())
                    .extracting(Companion::name)
                    .containsExactly("config.json");
        }
    }

    @Test
    void safetensorsAreReadWhereThereAreBoth() throws IOException {
        shards();
        weights("pytorch_model.bin", "w", 3);
        weights("model.safetensors", "w", 4);
        try (ModelSource source = open()) {
            assertThat(Models.bytes(source, "w")).containsExactly(4);
            assertThat(source.companions())
                    .extracting(Companion::name)
                    .containsExactly("config.json");
            assertThat(source.warnings())
                    .singleElement()
                    .satisfies(
                            warning ->
                                    assertThat(warning.message())
                                            .endsWith(
                                                    "model.safetensors is read, pytorch_model.bin,"
                                                            + " pytorch_model.bin.index.json are"
                                                            + " not"));
        }
    }

    @Test
    void theOutputHasSafetensorsOnly() throws IOException {
        shards();
        Path out = folder.resolve("out");
        try (ModelSource source = open()) {
            ModelBlueprint blueprint =
                    ModelBlueprint.of(source.parameters())
                            .withCompanions(
                                    ModelReference.at(model),
                                    source.companions(),
                                    ModelChanges.none());
            try (ModelSink sink =
                    new HuggingFaceAdapter()
                            .writer()
                            .orElseThrow()
                            .create(ModelReference.at(out), blueprint)) {
                Models.write(sink, blueprint);
                sink.commit();
            }
        }
        assertThat(Models.tree(out)).containsExactly("config.json", "model.safetensors");
    }

    @Test
    void aModelOfSuchWeightsMayBeReplaced() throws IOException {
        shards();
        ModelBlueprint blueprint = ModelBlueprint.of(List.of()).withOverwriting(true);
        try (ModelSink sink =
                new HuggingFaceAdapter()
                        .writer()
                        .orElseThrow()
                        .create(ModelReference.at(model), blueprint)) {
            sink.commit();
        }
        assertThat(Models.tree(model)).containsExactly("model.safetensors");
    }

    @Test
    void aFileThatNoAdapterReadsIsNamed() throws IOException {
        weights("pytorch_model.bin", "w", 1);
        assertThatThrownBy(() -> Models.open(model))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining(
                        "[MODEL_NOT_RECOGNIZED] " + model.resolve("pytorch_model.bin"));
    }

    private ModelSource open() throws IOException {
        return new HuggingFaceAdapter().open(ModelReference.at(model), context);
    }

    private void shards() throws IOException {
        weights("pytorch_model-00001-of-00002.bin", "v", 1);
        weights("pytorch_model-00002-of-00002.bin", "w", 2);
        Files.writeString(
                model.resolve("pytorch_model.bin.index.json"),
                """
                {"weight_map":{"w":"pytorch_model-00002-of-00002.bin",
                 "v":"pytorch_model-00001-of-00002.bin"}}
                """);
    }

    private void weights(String file, String name, int value) throws IOException {
        new SafetensorsBytes().parameter(name, "U8", "[1]", value).write(model.resolve(file));
    }
}
