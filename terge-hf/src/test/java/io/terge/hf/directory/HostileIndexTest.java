package io.terge.hf.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.hf.Models;
import io.terge.hf.SafetensorsBytes;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Every way a shard index can be wrong. */
class HostileIndexTest {

    @TempDir private Path folder;
    private Path model = Path.of("");
    private Path index = Path.of("");

    @BeforeEach
    void makeShard() throws IOException {
        model = Files.createDirectory(folder.resolve("model"));
        index = model.resolve("model.safetensors.index.json");
        shard("a.safetensors", "w");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"weight_map\":{\"w\":\"a.safetensors\"}|line 1, column",
                "[]|it is not an object",
                "''|ends too early",
                "{}|has no weight_map",
                "{\"weight_map\":[]}|weight_map is not an object",
                "{\"weight_map\":{\"w\":1}}|the shard of 'w' is not a string",
                "{\"weight_map\":{\"w\":\"a.safetensors\",\"w\":\"a.safetensors\"}}|'w' twice",
                "{\"weight_map\":{},\"weight_map\":{}}|'weight_map' twice",
                "{\"metadata\":{\"a\":[{\"b\":1,\"b\":2}]},\"weight_map\":{}}|'b' twice",
                "{\"weight_map\":{}} x|line 1, column 19",
            })
    void malformedIndexesAreRefused(String json, String message) throws IOException {
        Files.writeString(index, json);
        assertThat(Models.refusal(model, DirectoryCode.INDEX_INVALID, index))
                .hasMessageContaining(message);
    }

    @Test
    void theDepthOfIndexesIsLimited() throws IOException {
        Files.writeString(index, "{\"metadata\":" + "[".repeat(2000));
        assertThat(Models.refusal(model, DirectoryCode.INDEX_INVALID, index))
                .hasMessageContaining("nesting depth")
                .hasMessageContaining("(line 1, column");
    }

    @Test
    void indexesAreUtf8() throws IOException {
        Files.write(index, "{\"ä\":1}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Models.refusal(model, DirectoryCode.INDEX_INVALID, index))
                .hasMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.safetensors",
                "part/../../model/a.safetensors",
                "/etc/passwd",
                "\\\\\\\\server\\\\share",
                "..\\\\a.safetensors",
                "C:a.safetensors",
                "C:/a.safetensors",
                "",
                " ",
                ".",
                "..",
                "part/..",
                "a\\u0000b",
            })
    void namesThatLeaveTheDirectoryAreRefused(String name) throws IOException {
        shardOutside();
        index("{\"w\":\"" + name + "\"}");
        assertThat(Models.refusal(model, TergeCode.UNSAFE_PATH, index))
                .hasMessageContaining("maps 'w' to '");
    }

    @Test
    void aByteOrderMarkIsNamed() throws IOException {
        Files.writeString(index, "\uFEFF{\"weight_map\":{}}");
        assertThat(Models.refusal(model, DirectoryCode.INDEX_INVALID, index))
                .hasMessageContaining("starts with a byte order mark (BOM)")
                .hasMessageContaining("fix: save the file as UTF-8 without a BOM");
    }

    @Test
    void allMissingShardsAreNamed() throws IOException {
        Files.createSymbolicLink(model.resolve("link.safetensors"), folder.resolve("nothing"));
        Files.createDirectory(model.resolve("folder.safetensors"));
        index(
                """
                {"w":"a.safetensors", "x":"gone.safetensors", "y":"link.safetensors",
                 "z":"folder.safetensors"}\
                """);
        TergeException refusal = Models.refusal(model, DirectoryCode.SHARD_MISSING, index);
        assertThat(refusal).hasMessageContaining("index.json': 3 of 4 shards are missing");
        assertThat(refusal.problems().getFirst().notes())
                .isEqualTo(
                        List.of(
                                "missing: '%s' (not a file)"
                                        .formatted(model.resolve("folder.safetensors")),
                                "missing: '%s'".formatted(model.resolve("gone.safetensors")),
                                "missing: '%s' (a broken symbolic link)"
                                        .formatted(model.resolve("link.safetensors"))));
        assertThat(refusal.problems().getFirst().fixes())
                .containsExactly("download or copy the missing files");
    }

    @Test
    void parametersThatTheirShardLacksAreNamed() throws IOException {
        index("{\"w\":\"a.safetensors\",\"x\":\"a.safetensors\"}");
        assertThat(Models.refusal(model, DirectoryCode.INDEX_MISMATCH, index))
                .hasMessageContaining("maps 'x' to")
                .hasMessageContaining("which does not contain it");
    }

    @Test
    void parametersThatTheIndexDoesNotNameAreNamed() throws IOException {
        shard("b.safetensors", "x");
        index("{\"w\":\"a.safetensors\",\"y\":\"b.safetensors\"}");
        assertThat(Models.refusal(model, DirectoryCode.INDEX_MISMATCH, index))
                .hasMessageContaining(model.resolve("b.safetensors") + "' contains 'x', which")
                .hasMessageContaining("does not list");
    }

    @Test
    void parametersInTwoShardsAreNamed() throws IOException {
        new SafetensorsBytes()
                .parameter("w", "U8", "[1]", 1)
                .parameter("x", "U8", "[1]", 1)
                .write(model.resolve("b.safetensors"));
        index("{\"w\":\"a.safetensors\",\"x\":\"b.safetensors\"}");
        assertThat(Models.refusal(model, DirectoryCode.INDEX_MISMATCH, index))
                .hasMessageContaining(model.resolve("b.safetensors") + "' contains 'w', which")
                .hasMessageContaining("maps to '" + model.resolve("a.safetensors"));
    }

    @Test
    void aBrokenShardIsNamed() throws IOException {
        Path shard = Files.write(model.resolve("b.safetensors"), new byte[3]);
        index("{\"w\":\"a.safetensors\",\"x\":\"b.safetensors\"}");
        Models.refusal(model, TergeCode.FILE_TRUNCATED, shard);
    }

    @Test
    void anIndexThatIsALinkToNothingIsNamed() throws IOException {
        Files.createSymbolicLink(index, folder.resolve("nothing"));
        assertThat(Models.refusal(model, TergeCode.MODEL_NOT_FOUND, index))
                .hasMessageContaining("broken symbolic link");
    }

    private void shardOutside() throws IOException {
        // What the names point at is there and in order: only the name is wrong.
        new SafetensorsBytes()
                .parameter("w", "U8", "[1]", 1)
                .write(folder.resolve("a.safetensors"));
    }

    private void shard(String file, String name) throws IOException {
        new SafetensorsBytes().parameter(name, "U8", "[1]", 1).write(model.resolve(file));
    }

    private void index(String map) throws IOException {
        Files.writeString(index, "{\"weight_map\":" + map + "}");
    }
}
