package io.terge.hf.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.error.Problem;
import io.terge.files.Quoted;
import io.terge.hf.safetensors.SafetensorsAdapter;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.CompanionFiles;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelChanges;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;
import io.terge.testkit.TestAdapterContext;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A model directory that is replaced in place, and one whose replacement was killed. */
class InPlaceDirectoryTest {

    private final HuggingFaceAdapter adapter = new HuggingFaceAdapter();
    private final TestAdapterContext context =
            TestAdapterContext.of(new SafetensorsAdapter(), adapter);

    @TempDir private Path folder;
    private Path model = Path.of("");

    @BeforeEach
    void makeModel() throws IOException {
        model = folder.resolve("model");
        write(ModelBlueprint.of(List.of()));
    }

    @Test
    void weightsThatWereNotReadStay() throws IOException {
        for (String name :
                List.of(
                        "pytorch_model.bin",
                        "pytorch_model-00001-of-00002.bin",
                        "model-00001-of-00002.safetensors",
                        "model.onnx",
                        "vocab.txt")) {
            Files.writeString(model.resolve(name), name);
        }
        assertThat(replace())
                .containsExactly(
                        "replaced: model.safetensors",
                        "removed: model-00001-of-00002.safetensors",
                        "kept: 4 other files");
        assertThat(model.resolve("pytorch_model.bin")).hasContent("pytorch_model.bin");
        assertThat(model.resolve("model.onnx")).hasContent("model.onnx");
        assertThat(model.resolve("model-00001-of-00002.safetensors")).doesNotExist();
    }

    @Test
    void whatContradictsTheNewWeightsIsTold() throws IOException {
        for (String name : List.of("pytorch_model.bin", "model.onnx", "vocab.txt")) {
            Files.writeString(model.resolve(name), name);
        }
        Files.createDirectory(model.resolve("2_Dense"));
        Files.writeString(model.resolve("2_Dense/model.safetensors"), "part");
        try (ModelSource source = adapter.open(ModelReference.at(model), context)) {
            CompanionFiles files =
                    adapter.writer()
                            .orElseThrow()
                            .companions(
                                    ModelReference.at(model)
                                            .withSettings(new TreeMap<>(Map.of("copy", "a"))),
                                    ModelBlueprint.of(List.of())
                                            .withCompanions(
                                                    ModelReference.at(model),
                                                    source.companions(),
                                                    ModelChanges.none()));
            assertThat(files.leftOut()).isEmpty();
            assertThat(files.outdated())
                    .containsOnlyKeys("model.onnx", "pytorch_model.bin")
                    .containsEntry("pytorch_model.bin", "another copy of the weights");
            assertThat(files.warnings())
                    .extracting(Problem::message)
                    .containsExactly(
                            "2 files of %s not changed, though the weights are: 'model.onnx', 'pytorch_model.bin'"
                                    .formatted(Quoted.of(model)),
                            "1 file with weights beside the weights that are read: not changed:"
                                    + " '2_Dense/model.safetensors'",
                            "--copy has no effect where a model is replaced in place");
        }
    }

    @Test
    void weightsThatWereReadGo() throws IOException {
        Files.delete(model.resolve("model.safetensors"));
        Files.writeString(model.resolve("pytorch_model.bin"), "old");
        assertThat(new HuggingFaceFormat().isReplaced(model, "pytorch_model.bin")).isTrue();
        assertThat(new HuggingFaceFormat().isReplaced(model, "vocab.txt")).isFalse();
    }

    @Test
    void aModelThatAKilledRunHasSetAsideIsOpened() throws IOException {
        Path staging = Files.createDirectory(folder.resolve(".model.terge-1a-2b-3c"));
        Files.createFile(staging.resolve("lock"));
        Files.move(model, staging.resolve("replaced"));
        ModelReference reference = ModelReference.at(model);
        assertThat(adapter.claims(reference)).isEqualTo(Claim.SPECIFIC);
        try (ModelSource source = adapter.open(reference, context)) {
            assertThat(source.parameters()).isEmpty();
        }
        assertThat(folder.toFile().list()).containsExactly("model");
    }

    private List<String> replace() throws IOException {
        try (ModelSource source = adapter.open(ModelReference.at(model), context)) {
            return write(
                    ModelBlueprint.of(List.of())
                            .withCompanions(
                                    ModelReference.at(model),
                                    source.companions(),
                                    ModelChanges.none())
                            .withOverwriting(true));
        }
    }

    private List<String> write(ModelBlueprint blueprint) throws IOException {
        ModelWriter writer = adapter.writer().orElseThrow();
        try (ModelSink sink = writer.create(ModelReference.at(model), blueprint)) {
            sink.commit();
            return sink.replaced();
        }
    }
}
