package io.terge.hf.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.error.TergeCode;
import io.terge.files.FileCompanion;
import io.terge.hf.Models;
import io.terge.hf.SafetensorsBytes;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class ModelDirectoryTest {

    @TempDir private Path folder;
    private Path model = Path.of("");

    @BeforeEach
    void makeDirectory() throws IOException {
        model = Files.createDirectory(folder.resolve("model"));
    }

    @Test
    void oneFileOfWeightsIsRead() throws IOException {
        weights("model.safetensors", "w", 1);
        try (ModelSource source = Models.open(model)) {
            assertThat(Models.bytes(source, "w")).containsExactly(1);
        }
    }

    @Test
    void shardsAreReadInTheOrderOfTheirNames() throws IOException {
        weights("b.safetensors", "one", 1);
        new SafetensorsBytes()
                .field("\"__metadata__\":{\"format\":\"pt\",\"a\":\"first\"}")
                .parameter("two", "U8", "[1]", 2)
                .write(model.resolve("a.safetensors"));
        index("{\"one\":\"b.safetensors\",\"two\":\"./a.safetensors\"}");
        try (ModelSource source = Models.open(model)) {
            assertThat(Models.names(source)).containsExactly("two", "one");
            assertThat(Models.bytes(source, "one")).containsExactly(1);
            assertThat(Models.bytes(source, "two")).containsExactly(2);
            assertThat(source.metadata()).isEqualTo(Map.of("format", "pt", "a", "first"));
        }
    }

    @Test
    void shardsMayBeInFoldersBelow() throws IOException {
        Files.createDirectory(model.resolve("part"));
        weights("part/x.safetensors", "w", 1);
        index("{\"w\":\"part/../part/x.safetensors\"}");
        try (ModelSource source = Models.open(model)) {
            assertThat(Models.bytes(source, "w")).containsExactly(1);
            assertThat(source.companions()).isEmpty();
        }
    }

    @Test
    void oneFileWinsOverShards() throws IOException {
        weights("model.safetensors", "w", 1);
        index("{\"w\":\"model-00001-of-00001.safetensors\"}");
        try (ModelSource source = Models.open(model)) {
            assertThat(Models.bytes(source, "w")).containsExactly(1);
            assertThat(source.details()).isEqualTo(Map.of("weights", "model.safetensors"));
            assertThat(source.warnings())
                    .singleElement()
                    .satisfies(
                            warning -> {
                                assertThat(warning.code())
                                        .isEqualTo(DirectoryCode.OTHER_WEIGHTS_IGNORED);
                                assertThat(warning.message())
                                        .isEqualTo(
                                                "'%s' has several sets of weights:".formatted(model)
                                                        + " model.safetensors is read,"
                                                        + " model.safetensors.index.json is not");
                            });
        }
    }

    @Test
    void everyOtherFileIsACompanion() throws IOException {
        weights("model.safetensors", "w", 1);
        weights("model-00001-of-00002.safetensors", "w", 1);
        weights("adapter.safetensors", "w", 1);
        Files.createDirectories(model.resolve("1_Pooling/deep"));
        Files.createDirectories(model.resolve(".git"));
        Files.createDirectories(model.resolve(".model.terge-1a-2b-3c"));
        index("{}");
        for (String name :
                List.of(
                        "tokenizer.json",
                        "config.json",
                        "1_Pooling/config.json",
                        "1_Pooling/deep/model.safetensors",
                        ".git/HEAD",
                        ".gitattributes",
                        ".model.terge-1a-2b-3c/lock",
                        "tf_model.h5",
                        "1_Pooling/pytorch_model.bin",
                        "pytorch_model-00001-of-00001.bin",
                        "pytorch_model.bin.index.json",
                        "pytorch_model.bin")) {
            Files.writeString(model.resolve(name), name);
        }
        try (ModelSource source = Models.open(model)) {
            assertThat(source.companions())
                    .extracting(Companion::name)
                    .containsExactly(
                            ".gitattributes",
                            "1_Pooling/config.json",
                            "1_Pooling/deep/model.safetensors",
                            "1_Pooling/pytorch_model.bin",
                            "adapter.safetensors",
                            "config.json",
                            "tf_model.h5",
                            "tokenizer.json");
            assertThat(source.companions().get(1))
                    .isEqualTo(
                            new FileCompanion(
                                    "1_Pooling/config.json",
                                    model.resolve("1_Pooling/config.json")));
        }
    }

    @Test
    void aHubCacheOfSymbolicLinksIsFollowed() throws IOException {
        Path blobs = Files.createDirectories(folder.resolve("models--a--b/blobs"));
        Path snapshot = Files.createDirectories(folder.resolve("models--a--b/snapshots/0123"));
        new SafetensorsBytes().parameter("w", "U8", "[1]", 5).write(blobs.resolve("aaaa"));
        Files.writeString(blobs.resolve("bbbb"), "{}");
        Path up = Path.of("../../blobs");
        Files.createSymbolicLink(snapshot.resolve("model.safetensors"), up.resolve("aaaa"));
        Files.createSymbolicLink(snapshot.resolve("config.json"), up.resolve("bbbb"));
        try (ModelSource source = Models.open(snapshot)) {
            assertThat(Models.bytes(source, "w")).containsExactly(5);
            assertThat(source.companions())
                    .containsExactly(
                            new FileCompanion("config.json", snapshot.resolve("config.json")));
        }
    }

    @Test
    void shardsMayBeLinksThatLeaveTheDirectory() throws IOException {
        Path blob =
                new SafetensorsBytes().parameter("w", "U8", "[1]", 5).write(folder.resolve("blob"));
        Files.createSymbolicLink(model.resolve("model-00001-of-00001.safetensors"), blob);
        index("{\"w\":\"model-00001-of-00001.safetensors\"}");
        try (ModelSource source = Models.open(model)) {
            assertThat(Models.bytes(source, "w")).containsExactly(5);
        }
    }

    @Test
    void circlesOfLinksAndLinksToNothingAreNoCompanions() throws IOException {
        weights("model.safetensors", "w", 1);
        Files.createSymbolicLink(model.resolve("circle"), model);
        Files.createSymbolicLink(model.resolve("up"), Path.of(".."));
        Files.createSymbolicLink(model.resolve("self"), Path.of("self"));
        Files.createSymbolicLink(model.resolve("gone.json"), model.resolve("nothing"));
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("vocab.txt"), "v");
        Files.createSymbolicLink(model.resolve("linked"), other);
        try (ModelSource source = Models.open(model)) {
            assertThat(source.companions())
                    .extracting(Companion::name)
                    .containsExactly("linked/vocab.txt");
        }
    }

    @Test
    void aDirectoryWithoutWeightsIsRefusedWithWhatIsThere() throws IOException {
        assertThat(Models.refusal(model, DirectoryCode.NO_WEIGHTS, model))
                .hasMessageContaining(
                        "contains none of model.safetensors, model.safetensors.index.json,"
                                + " pytorch_model.bin, pytorch_model.bin.index.json")
                .hasMessageContaining("it is empty");
        Files.writeString(model.resolve("tf_model.h5"), "");
        assertThat(Models.refusal(model, DirectoryCode.NO_WEIGHTS, model))
                .hasMessageContaining("it contains: 'tf_model.h5'")
                .hasMessageContaining("fix: convert the weights to safetensors");
        weights("other.safetensors", "w", 1);
        assertThat(Models.refusal(model, DirectoryCode.NO_WEIGHTS, model))
                .hasMessageContaining("fix: specify the file itself")
                .hasMessageContaining(model.resolve("other.safetensors").toString());
    }

    @Test
    void aFileThatMayBeTheModelIsNamed() throws IOException {
        for (String none :
                List.of(
                        "optimizer.pt",
                        "training_args.bin",
                        "rng_state.pth",
                        "adapter_model.safetensors",
                        "x-00001-of-00002.safetensors")) {
            Files.writeString(model.resolve(none), "");
        }
        assertThat(Models.refusal(model, DirectoryCode.NO_WEIGHTS, model))
                .message()
                .doesNotContain("specify the file itself");
        for (String file : List.of("weights.pth", "model.pt")) {
            Files.writeString(model.resolve(file), "");
            assertThat(Models.refusal(model, DirectoryCode.NO_WEIGHTS, model))
                    .hasMessageContaining(
                            "fix: specify the file itself: '%s'", model.resolve(file));
        }
    }

    @Test
    void weightsThatAreALinkToNothingAreNamed() throws IOException {
        Path link = model.resolve("model.safetensors");
        Files.createSymbolicLink(link, folder.resolve("blob"));
        assertThat(Models.refusal(model, TergeCode.MODEL_NOT_FOUND, link))
                .hasMessageContaining("broken symbolic link");
    }

    @Test
    void directoriesAreRecognized() throws IOException {
        HuggingFaceAdapter adapter = new HuggingFaceAdapter();
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(adapter.claims(ModelReference.at(model))).isEqualTo(Claim.GENERAL);
        assertThat(adapter.claims(ModelReference.at(file))).isEqualTo(Claim.NONE);
        assertThat(adapter.claims(ModelReference.at(folder.resolve("gone")))).isEqualTo(Claim.NONE);
        assertThat(adapter.claims(ModelReference.of(Map.of(), "map"))).isEqualTo(Claim.NONE);
    }

    @Test
    void directoriesThatLookLikeModelsAreClaimedWithMoreRight() throws IOException {
        HuggingFaceAdapter adapter = new HuggingFaceAdapter();
        for (String name :
                List.of(
                        "model.safetensors",
                        "model.safetensors.index.json",
                        "pytorch_model.bin",
                        "pytorch_model.bin.index.json",
                        "config.json")) {
            Path directory = Files.createDirectory(folder.resolve("with-" + name));
            Files.writeString(directory.resolve("notes.txt"), "");
            ModelReference reference = ModelReference.at(directory);
            assertThat(adapter.claims(reference)).isEqualTo(Claim.GENERAL);
            Files.createSymbolicLink(directory.resolve(name), folder.resolve("nothing"));
            assertThat(adapter.claims(reference)).as(name).isEqualTo(Claim.SPECIFIC);
        }
    }

    private void weights(String file, String name, int value) throws IOException {
        new SafetensorsBytes().parameter(name, "U8", "[1]", value).write(model.resolve(file));
    }

    private void index(String map) throws IOException {
        Files.writeString(
                model.resolve("model.safetensors.index.json"),
                "{\"metadata\":{\"total_size\":2},\"weight_map\":" + map + "}");
    }
}
