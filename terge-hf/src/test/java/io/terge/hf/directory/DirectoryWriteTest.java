package io.terge.hf.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.terge.error.ErrorCode;
import io.terge.error.TergeException;
import io.terge.hf.Models;
import io.terge.model.ModelReference;
import io.terge.spi.CompanionFile;
import io.terge.spi.ModelBlueprint;
import io.terge.spi.ModelSink;
import io.terge.spi.ModelSource;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

class DirectoryWriteTest {

    private static final List<ParameterSpec> PARAMETERS =
            List.of(bytes("d", 4), bytes("c", 4), bytes("b", 20), bytes("a", 4), bytes("e", 6));

    @TempDir private Path folder;

    @Test
    void weightsWithoutALimitAreOneFile() throws IOException {
        Path model = write(OptionalLong.empty(), List.of());
        assertThat(Models.tree(model)).containsExactly("model.safetensors");
        checkContents(model);
    }

    @Test
    void weightsThatFitTheLimitAreOneFile() throws IOException {
        Path model = write(OptionalLong.of(38), List.of());
        assertThat(Models.tree(model)).containsExactly("model.safetensors");
    }

    @Test
    void shardsAreFilledInTheOrderOfTheParameters() throws IOException {
        Path model = write(OptionalLong.of(10), List.of());
        assertThat(Models.tree(model))
                .containsExactly(
                        "model-00001-of-00003.safetensors",
                        "model-00002-of-00003.safetensors",
                        "model-00003-of-00003.safetensors",
                        "model.safetensors.index.json");
        assertThat(Files.readString(model.resolve("model.safetensors.index.json")))
                .isEqualTo(
                        """
                        {"metadata":{"total_size":38},"weight_map":{\
                        "a":"model-00003-of-00003.safetensors",\
                        "b":"model-00002-of-00003.safetensors",\
                        "c":"model-00001-of-00003.safetensors",\
                        "d":"model-00001-of-00003.safetensors",\
                        "e":"model-00003-of-00003.safetensors"}}\
                        """);
        checkContents(model);
    }

    @Test
    void everyShardHasTheTexts() throws IOException {
        Path model = write(OptionalLong.of(10), List.of());
        for (int shard = 1; shard <= 3; shard++) {
            Path file = model.resolve("model-0000%d-of-00003.safetensors".formatted(shard));
            try (ModelSource source = Models.open(file)) {
                assertThat(source.metadata()).isEqualTo(Map.of("format", "pt"));
            }
        }
    }

    @Test
    void companionsAreCopiedIntoTheirFolders() throws IOException {
        Path config = Files.writeString(folder.resolve("c"), "{}");
        Path pooling = Files.writeString(folder.resolve("p"), "pool");
        Path link = Files.createSymbolicLink(folder.resolve("l"), config);
        Path model =
                write(
                        OptionalLong.empty(),
                        List.of(
                                new CompanionFile("config.json", config),
                                new CompanionFile("1_Pooling/deep/config.json", pooling),
                                new CompanionFile("linked.json", link)));
        assertThat(Models.tree(model))
                .containsExactly(
                        "1_Pooling",
                        "1_Pooling/deep",
                        "1_Pooling/deep/config.json",
                        "config.json",
                        "linked.json",
                        "model.safetensors");
        assertThat(model.resolve("1_Pooling/deep/config.json")).hasContent("pool");
        assertThat(model.resolve("linked.json")).hasContent("{}");
        assertThat(Files.isSymbolicLink(model.resolve("linked.json"))).isFalse();
    }

    @Test
    void companionsThatWouldPassForWeightsAreLeftOut() throws IOException {
        Path stale = Files.writeString(folder.resolve("stale"), "old");
        Path model =
                write(
                        OptionalLong.empty(),
                        List.of(
                                new CompanionFile("model.safetensors", stale),
                                new CompanionFile("./model.safetensors.index.json", stale),
                                new CompanionFile("model-00001-of-00002.safetensors", stale)));
        assertThat(Models.tree(model)).containsExactly("model.safetensors");
        checkContents(model);
    }

    @Test
    void companionsOutsideOfTheModelAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(
                        () ->
                                write(
                                        OptionalLong.empty(),
                                        List.of(new CompanionFile("../evil", file))))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNSAFE_PATH))
                .hasMessageContaining("'../evil'");
        assertThat(Models.tree(folder)).containsExactly("file");
    }

    @Test
    void aCompanionThatIsGoneIsAFailureThatLeavesNothing() {
        CompanionFile gone = new CompanionFile("x", folder.resolve("gone"));
        assertThatThrownBy(() -> write(OptionalLong.empty(), List.of(gone)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone");
        assertThat(Models.tree(folder)).isEmpty();
    }

    @Test
    void theSameModelIsTheSameBytes() throws IOException {
        Path first = write(OptionalLong.of(10), List.of());
        Map<String, String> before = contents(first);
        Files.move(first, folder.resolve("first"));
        assertThat(contents(write(OptionalLong.of(10), List.of()))).isEqualTo(before);
    }

    @Test
    void weightsInThePlaceOfOthersAreAsPrivate() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path old = write(OptionalLong.of(10), List.of());
        for (String name : Models.tree(old)) {
            Files.setPosixFilePermissions(
                    old.resolve(name), PosixFilePermissions.fromString("rw-------"));
        }
        ModelBlueprint blueprint =
                new ModelBlueprint(PARAMETERS, Map.of(), List.of(), OptionalLong.empty(), true);
        try (ModelSink sink = new HuggingFaceAdapter().create(ModelReference.at(old), blueprint)) {
            Models.write(sink, blueprint);
            sink.commit();
        }
        Path weights = old.resolve("model.safetensors");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(weights)))
                .isEqualTo("rw-------");
    }

    private static Map<String, String> contents(Path model) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String name : Models.tree(model)) {
            byte[] bytes = Files.readAllBytes(model.resolve(name));
            contents.put(name, HexFormat.of().formatHex(bytes));
        }
        return contents;
    }

    private static void checkContents(Path model) throws IOException {
        try (ModelSource source = Models.open(model)) {
            assertThat(source.parameters()).containsExactlyInAnyOrderElementsOf(PARAMETERS);
            for (ParameterSpec parameter : PARAMETERS) {
                assertThat(Models.bytes(source, parameter.name()))
                        .isEqualTo(Models.pattern(parameter));
            }
        }
    }

    private Path write(OptionalLong shardSize, List<CompanionFile> companions) throws IOException {
        Path model = folder.resolve("out");
        ModelBlueprint blueprint =
                new ModelBlueprint(PARAMETERS, Map.of(), companions, shardSize, false);
        try (ModelSink sink =
                new HuggingFaceAdapter().create(ModelReference.at(model), blueprint)) {
            Models.write(sink, blueprint);
            sink.commit();
        }
        return model;
    }

    private static ParameterSpec bytes(String name, int count) {
        return ParameterSpec.of(name, DType.U8, Shape.of(count));
    }
}
