package io.terge.hf.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;
import io.terge.hf.Models;
import io.terge.hf.SafetensorsBytes;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelChanges;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Tensors of several names, as {@code safetensors.torch.save_model} writes them. */
class TiesTest {

    private static final ParameterSpec EMBEDDING =
            ParameterSpec.of("embed.weight", DType.U8, Shape.of(2, 2));
    private static final Map<String, String> TIES = Map.of("head.weight", "embed.weight");

    @TempDir private Path folder;

    @Test
    void aTextThatNamesATensorIsATie() throws IOException {
        Path file = folder.resolve("x.safetensors");
        new SafetensorsBytes()
                .field(
                        """
                        "__metadata__":{"format":"pt","head.weight":"embed.weight","note":"gone",\
                        "bias":"embed.weight"}\
                        """)
                .parameter("embed.weight", "U8", "[2,1]", 7, 8)
                .parameter("bias", "U8", "[1]", 9)
                .write(file);
        try (ModelSource source = Models.open(file)) {
            assertThat(Models.names(source)).containsExactly("embed.weight", "bias", "head.weight");
            assertThat(source.ties()).isEqualTo(TIES);
            assertThat(source.tensor("head.weight").spec())
                    .isEqualTo(ParameterSpec.of("head.weight", DType.U8, Shape.of(2, 1)));
            assertThat(Models.bytes(source, "head.weight")).containsExactly(7, 8);
            assertThat(Models.bytes(source, "bias")).containsExactly(9);
            assertThat(source.metadata()).isEqualTo(Map.of("format", "pt", "note", "gone"));
        }
    }

    @Test
    void theFormatIsNeverATie() throws IOException {
        Path file = folder.resolve("x.safetensors");
        new SafetensorsBytes()
                .field("\"__metadata__\":{\"format\":\"pt\"}")
                .parameter("pt", "U8", "[1]", 1)
                .write(file);
        try (ModelSource source = Models.open(file)) {
            assertThat(Models.names(source)).containsExactly("pt");
            assertThat(source.ties()).isEmpty();
            assertThat(source.metadata()).isEqualTo(Map.of("format", "pt"));
        }
    }

    @Test
    void tiesAreWrittenAsTexts() throws IOException {
        Path file = write(ModelBlueprint.of(List.of(EMBEDDING)).withTies(TIES));
        String json =
                """
                {"__metadata__":{"format":"pt","head.weight":"embed.weight"},\
                "embed.weight":{"dtype":"U8","shape":[2,2],"data_offsets":[0,4]}}\
                """;
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .contains(json);
        try (ModelSource source = Models.open(file)) {
            assertThat(source.ties()).isEqualTo(TIES);
            assertThat(source.metadata()).isEqualTo(Map.of("format", "pt"));
            assertThat(Models.bytes(source, "head.weight")).isEqualTo(Models.pattern(EMBEDDING));
        }
    }

    @Test
    void tiesOfAModelFromElsewhereAreWrittenAsTensors() throws IOException {
        ParameterSpec empty = ParameterSpec.of("none", DType.U8, Shape.of(0));
        Path file =
                write(
                        ModelBlueprint.of(List.of(EMBEDDING, empty))
                                .withTies(Map.of("head.weight", "embed.weight", "no", "none"))
                                .withCompanions(
                                        ModelReference.at(folder.resolve("model.bin")),
                                        List.of(),
                                        ModelChanges.none()));
        try (ModelSource source = Models.open(file)) {
            assertThat(source.ties()).isEmpty();
            assertThat(source.metadata()).isEqualTo(Map.of("format", "pt"));
            assertThat(Models.names(source))
                    .containsExactlyInAnyOrder("embed.weight", "head.weight", "no", "none");
            assertThat(Models.bytes(source, "embed.weight")).isEqualTo(Models.pattern(EMBEDDING));
            assertThat(Models.bytes(source, "head.weight")).isEqualTo(Models.pattern(EMBEDDING));
        }
    }

    @Test
    void textsOfTheDonorMakeNoTies() throws IOException {
        ParameterSpec head = ParameterSpec.of("head.weight", DType.U8, Shape.of(1));
        Map<String, String> texts =
                Map.of(
                        "format", "pt",
                        "old.weight", "embed.weight",
                        "older.weight", "tied.weight",
                        "head.weight", "embed.weight",
                        "note", "kept");
        Path file =
                write(
                        ModelBlueprint.of(List.of(EMBEDDING, head))
                                .withTies(Map.of("tied.weight", "embed.weight"))
                                .withMetadata(texts));
        try (ModelSource source = Models.open(file)) {
            assertThat(source.ties()).isEqualTo(Map.of("tied.weight", "embed.weight"));
            assertThat(source.metadata()).isEqualTo(Map.of("format", "pt", "note", "kept"));
            assertThat(Models.bytes(source, "head.weight")).isEqualTo(Models.pattern(head));
        }
    }

    @Test
    void tiesThatTheFormatCannotHoldAreRefusedInPlanning() {
        ModelWriter writer = new SafetensorsAdapter().writer().orElseThrow();
        ModelBlueprint blueprint = ModelBlueprint.of(List.of(EMBEDDING));
        for (String name : List.of("format", "\ud800")) {
            ModelBlueprint tied = blueprint.withTies(Map.of(name, "embed.weight"));
            assertThatThrownBy(() -> writer.shards(ModelReference.at("out"), tied))
                    .isInstanceOf(TergeException.class)
                    .hasMessageContaining("[OUTPUT_NOT_SUPPORTED]");
        }
        ModelBlueprint dangling = blueprint.withTies(Map.of("head.weight", "gone"));
        assertThatThrownBy(() -> writer.shards(ModelReference.at("out"), dangling))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'head.weight'");
    }

    private Path write(ModelBlueprint blueprint) throws IOException {
        Path file = folder.resolve("x.safetensors");
        ModelWriter writer = new SafetensorsAdapter().writer().orElseThrow();
        try (ModelSink sink = writer.create(ModelReference.at(file), blueprint)) {
            Models.write(sink, blueprint);
            sink.commit();
        }
        return file;
    }
}
