package io.terge.hf.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.hf.Models;
import io.terge.hf.SafetensorsBytes;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Tensors of several names in models of several files. */
class TiedShardsTest {

    private static final String TIE =
            "\"__metadata__\":{\"format\":\"pt\",\"head\":\"embed\",\"b\":\"gone\"}";

    @TempDir private Path folder;
    private Path model = Path.of("");

    @BeforeEach
    void makeDirectory() throws IOException {
        model = Files.createDirectory(folder.resolve("model"));
    }

    @Test
    void everyShardMayTellOfTheTiesOfAll() throws IOException {
        shard("1.safetensors", "other", 1);
        shard("2.safetensors", "embed", 2);
        index("{\"other\":\"1.safetensors\",\"embed\":\"2.safetensors\"}");
        try (ModelSource source = Models.open(model)) {
            assertThat(Models.names(source)).containsExactly("other", "embed", "head");
            assertThat(source.ties()).isEqualTo(Map.of("head", "embed"));
            assertThat(Models.bytes(source, "head")).containsExactly(2);
            assertThat(source.metadata()).isEqualTo(Map.of("format", "pt", "b", "gone"));
        }
    }

    @Test
    void theIndexMayNameATie() throws IOException {
        shard("1.safetensors", "embed", 2);
        index("{\"head\":\"1.safetensors\",\"embed\":\"1.safetensors\"}");
        try (ModelSource source = Models.open(model)) {
            assertThat(source.ties()).isEqualTo(Map.of("head", "embed"));
        }
    }

    @Test
    void whatTheIndexPlacesElsewhereIsNoTie() throws IOException {
        shard("1.safetensors", "embed", 1);
        shard("2.safetensors", "head", 2);
        index("{\"embed\":\"1.safetensors\",\"head\":\"2.safetensors\"}");
        try (ModelSource source = Models.open(model)) {
            assertThat(Models.names(source)).containsExactly("embed", "head");
            assertThat(source.ties()).isEmpty();
            assertThat(Models.bytes(source, "head")).containsExactly(2);
        }
    }

    @Test
    void aTieToTensorsOfTwoShardsIsRefused() throws IOException {
        Path index = model.resolve("model.safetensors.index.json");
        shard("1.safetensors", "embed", 1);
        new SafetensorsBytes()
                .field("\"__metadata__\":{\"head\":\"other\"}")
                .parameter("other", "U8", "[1]", 2)
                .write(model.resolve("2.safetensors"));
        index("{\"embed\":\"1.safetensors\",\"other\":\"2.safetensors\"}");
        assertThat(index).exists();
        assertThat(Models.refusal(model, DirectoryCode.INDEX_MISMATCH, model))
                .hasMessageContaining("'head' is in two shards");
    }

    @Test
    void tiesAreWrittenIntoTheShardOfTheirTensor() throws IOException {
        ParameterSpec one = ParameterSpec.of("one", DType.U8, Shape.of(4));
        ParameterSpec two = ParameterSpec.of("two", DType.U8, Shape.of(4));
        ModelBlueprint blueprint =
                ModelBlueprint.of(List.of(one, two))
                        .withTies(Map.of("again", "two"))
                        .withMetadata(Map.of("stale", "one", "kept", "text"))
                        .withShardSize(OptionalLong.of(4));
        Path out = folder.resolve("out");
        ModelWriter writer = new HuggingFaceAdapter().writer().orElseThrow();
        try (ModelSink sink = writer.create(ModelReference.at(out), blueprint)) {
            Models.write(sink, blueprint);
            sink.commit();
        }
        try (ModelSource source = Models.open(out)) {
            assertThat(Models.names(source)).containsExactly("one", "two", "again");
            assertThat(source.ties()).isEqualTo(Map.of("again", "two"));
            assertThat(Models.bytes(source, "again")).isEqualTo(Models.pattern(two));
            assertThat(source.metadata()).isEqualTo(Map.of("format", "pt", "kept", "text"));
        }
        try (ModelSource first = Models.open(out.resolve("model-00001-of-00002.safetensors"))) {
            assertThat(Models.names(first)).containsExactly("one");
            assertThat(first.metadata()).isEqualTo(Map.of("format", "pt", "kept", "text"));
        }
        assertThat(out.resolve("model.safetensors.index.json")).content().doesNotContain("again");
    }

    private void shard(String file, String name, int value) throws IOException {
        new SafetensorsBytes()
                .field(TIE)
                .parameter(name, "U8", "[1]", value)
                .write(model.resolve(file));
    }

    private void index(String map) throws IOException {
        Files.writeString(
                model.resolve("model.safetensors.index.json"), "{\"weight_map\":" + map + "}");
    }
}
