package io.terge.hf.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.FileCompanion;
import io.terge.hf.Models;
import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;
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

    private static final ModelWriter WRITER = new HuggingFaceAdapter().writer().orElseThrow();

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
                                new FileCompanion("config.json", config),
                                new FileCompanion("1_Pooling/deep/config.json", pooling),
                                new FileCompanion("linked.json", link)));
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
                                new FileCompanion("model.safetensors", stale),
                                new FileCompanion("./model.safetensors.index.json", stale),
                                new FileCompanion("model-00001-of-00002.safetensors", stale)));
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
                                        List.of(new FileCompanion("../evil", file))))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(TergeCode.UNSAFE_PATH))
                .hasMessageContaining("'../evil'");
        assertThat(Models.tree(folder)).containsExactly("file");
    }

    @Test
    void aCompanionThatIsGoneIsAFailureThatLeavesNothing() {
        FileCompanion gone = new FileCompanion("x", folder.resolve("gone"));
        assertThatThrownBy(() -> write(OptionalLong.empty(), List.of(gone)))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure -> assertThat(failure.code()).isEqualTo(TergeCode.CANNOT_READ))
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
        ModelBlueprint blueprint = ModelBlueprint.of(PARAMETERS).withOverwriting(true);
        try (ModelSink sink = WRITER.create(ModelReference.at(old), blueprint)) {
            Models.write(sink, blueprint);
            sink.commit();
        }
        Path weights = old.resolve("model.safetensors");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(weights)))
                .isEqualTo("rw-------");
    }

    @Test
    void planningKnowsTheShards() throws IOException {
        ModelBlueprint blueprint = ModelBlueprint.of(PARAMETERS).withShardSize(OptionalLong.of(10));
        assertThat(WRITER.shards(ModelReference.at("out"), blueprint))
                .containsExactly(
                        PARAMETERS.subList(0, 2),
                        PARAMETERS.subList(2, 3),
                        PARAMETERS.subList(3, 5));
    }

    @Test
    void planningRefusesNamesThatCannotBeWritten() {
        ModelBlueprint blueprint = ModelBlueprint.of(List.of(bytes("__metadata__", 1)));
        assertThatThrownBy(() -> WRITER.shards(ModelReference.at("out"), blueprint))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refusal ->
                                assertThat(refusal.code())
                                        .isEqualTo(TergeCode.OUTPUT_NOT_SUPPORTED));
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

    private Path write(OptionalLong shardSize, List<? extends Companion> companions)
            throws IOException {
        Path model = folder.resolve("out");
        ModelBlueprint blueprint =
                ModelBlueprint.of(PARAMETERS)
                        .withCompanions(
                                ModelReference.at("donor"),
                                List.copyOf(companions),
                                ModelChanges.none())
                        .withShardSize(shardSize);
        try (ModelSink sink = WRITER.create(ModelReference.at(model), blueprint)) {
            Models.write(sink, blueprint);
            sink.commit();
        }
        return model;
    }

    private static ParameterSpec bytes(String name, int count) {
        return ParameterSpec.of(name, DType.U8, Shape.of(count));
    }
}
