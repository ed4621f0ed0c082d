package io.terge.hf.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.files.FileCompanion;
import io.terge.hf.Models;
import io.terge.hf.safetensors.SafetensorsAdapter;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelChanges;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.testkit.TestAdapterContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Directories whose weights are written by the writer of {@code .bin} files, whatever it writes.
 */
class PyTorchWeightsTest {

    private static final ModelBlueprint BLUEPRINT =
            ModelBlueprint.of(List.of(bytes("b", 4), bytes("a", 4), bytes("c", 6)));

    private static final ModelWriter WRITER = new HuggingFaceAdapter().writer().orElseThrow();

    private final TestAdapterContext context =
            TestAdapterContext.of(
                    new BinAdapter(), new SafetensorsAdapter(), new HuggingFaceAdapter());

    @TempDir private Path folder;

    @Test
    void weightsWithoutALimitAreOneFile() throws IOException {
        Path config = Files.writeString(folder.resolve("c"), "{}");
        ModelBlueprint blueprint =
                BLUEPRINT.withCompanions(
                        ModelReference.at(folder),
                        List.of(new FileCompanion("config.json", config)),
                        ModelChanges.none());
        Path out = write(blueprint);
        assertThat(Models.tree(out)).containsExactly("config.json", "pytorch_model.bin");
        checkContents(out);
    }

    @Test
    void shardsHaveAnIndexOfAllNames() throws IOException {
        ModelBlueprint blueprint =
                BLUEPRINT.withShardSize(OptionalLong.of(8)).withTies(Map.of("tied", "c"));
        assertThat(WRITER.shards(target(), blueprint, context))
                .extracting(shard -> shard.stream().map(ParameterSpec::name).toList())
                .containsExactly(List.of("b", "a"), List.of("c"));
        Path out = write(blueprint);
        assertThat(Models.tree(out))
                .containsExactly(
                        "pytorch_model-00001-of-00002.bin",
                        "pytorch_model-00002-of-00002.bin",
                        "pytorch_model.bin.index.json");
        assertThat(out.resolve("pytorch_model.bin.index.json"))
                .hasContent(
                        """
                        {"metadata":{"total_size":14},"weight_map":{\
                        "a":"pytorch_model-00001-of-00002.bin",\
                        "b":"pytorch_model-00001-of-00002.bin",\
                        "c":"pytorch_model-00002-of-00002.bin",\
                        "tied":"pytorch_model-00002-of-00002.bin"}}\
                        """);
        checkContents(out);
    }

    @Test
    void nothingIsVisibleBeforeTheCommitNorLeftWithoutIt() throws IOException {
        try (ModelSink sink = WRITER.create(target(), BLUEPRINT, context)) {
            Models.write(sink, BLUEPRINT);
            assertThat(target().path().orElseThrow()).doesNotExist();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aMissingWriterIsNamedInPlanning() {
        TestAdapterContext alone = TestAdapterContext.of(new HuggingFaceAdapter());
        assertThatThrownBy(() -> WRITER.shards(target(), BLUEPRINT, alone))
                .hasMessageContaining(
                        "[OUTPUT_NOT_SUPPORTED] PyTorch weights are requested for '%s', but no"
                                + " adapter writes pytorch_model.bin",
                        target().describe())
                .hasMessageContaining("terge-pytorch");
    }

    @Test
    void anUnknownKindIsRefused() throws IOException {
        assertThat(WRITER.settings()).containsExactly("weights", "copy", "card", "chat-template");
        ModelReference target = target().with("weights", "pickle");
        assertThatThrownBy(() -> WRITER.check(target, false))
                .hasMessageContaining(
                        "[INVALID_SETTING] Expected 'safetensors' or 'pytorch' for the setting"
                                + " 'weights' of the output, got 'pickle'");
    }

    @Test
    void aModelThatReplacesItselfKeepsItsKind() throws IOException {
        Path model = write(BLUEPRINT);
        ModelReference same = ModelReference.at(model.resolve("../out"));
        ModelBlueprint next =
                BLUEPRINT
                        .withCompanions(same, List.of(), ModelChanges.none())
                        .withOverwriting(true);
        write(ModelReference.at(model), next);
        assertThat(Models.tree(model)).containsExactly("pytorch_model.bin");
        write(ModelReference.at(model).with("weights", "safetensors"), next);
        assertThat(Models.tree(model)).containsExactly("model.safetensors");
        write(ModelReference.at(model), next);
        assertThat(Models.tree(model)).containsExactly("model.safetensors");
    }

    @Test
    void anotherModelIsReplacedBySafetensors() throws IOException {
        Path model = write(BLUEPRINT);
        write(ModelReference.at(model), BLUEPRINT.withOverwriting(true));
        assertThat(Models.tree(model)).containsExactly("model.safetensors");
    }

    private ModelReference target() {
        return ModelReference.at(folder.resolve("out")).with("weights", "pytorch");
    }

    private Path write(ModelBlueprint blueprint) throws IOException {
        return write(target(), blueprint);
    }

    private Path write(ModelReference target, ModelBlueprint blueprint) throws IOException {
        try (ModelSink sink = WRITER.create(target, blueprint, context)) {
            Models.write(sink, blueprint);
            sink.commit();
        }
        return target.path().orElseThrow();
    }

    private void checkContents(Path model) throws IOException {
        try (ModelSource source = context.open(ModelReference.at(model))) {
            assertThat(Models.names(source)).contains("a", "b", "c");
            for (ParameterSpec parameter : BLUEPRINT.parameters()) {
                assertThat(Models.bytes(source, parameter.name()))
                        .containsExactly(Models.pattern(parameter));
            }
        }
    }

    private static ParameterSpec bytes(String name, long count) {
        return ParameterSpec.of(name, DType.U8, Shape.of(count));
    }

    /** An adapter of {@code .bin} files, which here are safetensors. */
    private static final class BinAdapter implements ModelAdapter, ModelWriter {

        private final ModelWriter safetensors = new SafetensorsAdapter().writer().orElseThrow();

        @Override
        public String name() {
            return "bin";
        }

        @Override
        public Claim claims(ModelReference reference) {
            return reference.describe().endsWith(".bin") ? Claim.SPECIFIC : Claim.NONE;
        }

        @Override
        public ModelSource open(ModelReference reference, AdapterContext context)
                throws IOException {
            return new SafetensorsAdapter().open(reference, context);
        }

        @Override
        public Optional<ModelWriter> writer() {
            return Optional.of(this);
        }

        @Override
        public List<String> settings() {
            return List.of();
        }

        @Override
        public List<List<ParameterSpec>> shards(ModelReference target, ModelBlueprint blueprint)
                throws IOException {
            return safetensors.shards(target, blueprint);
        }

        @Override
        public ModelSink create(ModelReference target, ModelBlueprint blueprint)
                throws IOException {
            return safetensors.create(target, blueprint);
        }
    }
}
