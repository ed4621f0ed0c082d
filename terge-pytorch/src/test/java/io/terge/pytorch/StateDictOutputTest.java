package io.terge.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.files.OpenFile;
import io.terge.pytorch.archive.SavedObject;
import io.terge.pytorch.archive.TorchArchive;
import io.terge.pytorch.pickle.GlobalPolicy;
import io.terge.pytorch.tensor.TorchType;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** State dicts are written as PyTorch writes them. */
class StateDictOutputTest {

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"types", "odd_names", "plain_dict", "views", "many names"})
    void whatIsWrittenIsReadAgain(String name) throws IOException {
        List<Expected> tensors =
                name.equals("many names") ? manyNames() : new Checkpoint(name).expected();
        Path file = Output.of(tensors).to(directory.resolve("model.pt"));
        try (ModelSource source = Checkpoint.open(file)) {
            assertThat(Expected.allOf(source)).isEqualTo(tensors);
            assertThat(source.warnings()).isEmpty();
        }
    }

    /** So many that the pickle refers to texts by numbers of more than a byte. */
    private static List<Expected> manyNames() {
        List<Expected> tensors = new ArrayList<>();
        for (int i = 300; i > 0; i--) {
            tensors.add(bytes("layers.%d.weight".formatted(i), DType.I16, "%04x".formatted(i)));
        }
        return tensors;
    }

    @Test
    void theTypesOfTheFixtureAreAll() throws IOException {
        assertThat(new Checkpoint("types").expected().stream().map(one -> one.spec().dtype()))
                .containsExactlyInAnyOrderElementsOf(
                        TorchType.all().stream().map(TorchType::dtype).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"types", "odd_names", "plain_dict"})
    void thePickleMeansWhatThePickleOfPyTorchMeans(String name) throws IOException {
        Checkpoint checkpoint = new Checkpoint(name);
        Path file = Output.of(checkpoint.expected()).to(directory.resolve("model.pth"));
        assertThat(pickleOf(file)).isEqualTo(pickleOf(checkpoint.path()));
    }

    private static String pickleOf(Path path) throws IOException {
        try (OpenFile file = OpenFile.open(path)) {
            return PickleTree.of(
                    SavedObject.of(TorchArchive.read(file), GlobalPolicy.lenient())
                            .pickle()
                            .value());
        }
    }

    @Test
    void tiedNamesShareAStorage() throws IOException {
        List<Expected> tensors =
                List.of(
                        bytes("a", DType.U8, "01"),
                        bytes("b", DType.U8, "02"),
                        bytes("c", DType.U8, "02"),
                        bytes("z", DType.U8, "02"),
                        bytes("y", DType.U8, "03"));
        Map<String, String> ties = Map.of("z", "b", "c", "b");
        Path file = Output.of(tensors, ties).to(directory.resolve("model.bin"));
        try (ModelSource source = Checkpoint.open(file)) {
            assertThat(Expected.allOf(source)).isEqualTo(tensors);
            assertThat(source.ties()).isEqualTo(ties);
        }
        assertThat(ZipFiles.names(file))
                .containsExactly(
                        "archive/data.pkl",
                        "archive/byteorder",
                        "archive/data/0",
                        "archive/data/1",
                        "archive/data/2",
                        "archive/version");
    }

    @Test
    void everyEntryIsStoredAtAMultipleOf64() throws IOException {
        Path file = Output.of(new Checkpoint("types").expected()).to(directory.resolve("m.pt"));
        Map<String, Long> starts = ZipFiles.starts(file);
        assertThat(starts).hasSize(3 + TorchType.all().size());
        assertThat(starts.values()).allSatisfy(start -> assertThat(start % 64).isZero());
    }

    @Test
    void javaReadsEveryEntryAndItsChecksum() throws IOException {
        List<Expected> tensors = new Checkpoint("views").expected();
        Path file = Output.of(tensors).to(directory.resolve("m.pt"));
        Map<String, String> contents = ZipFiles.contents(file);
        assertThat(contents)
                .containsEntry("archive/byteorder", "little")
                .containsEntry("archive/version", "3\n");
        for (int i = 0; i < tensors.size(); i++) {
            assertThat(ZipFiles.hex(contents, "archive/data/" + i)).isEqualTo(tensors.get(i).hex());
        }
    }

    @Test
    void theBytesDoNotDependOnTheNameOfTheFile() throws IOException {
        Output output = Output.of(new Checkpoint("types").expected());
        byte[] one = Files.readAllBytes(output.to(directory.resolve("one.pt")));
        byte[] other = Files.readAllBytes(output.to(directory.resolve("other.v2.ckpt")));
        assertThat(one).isEqualTo(other);
    }

    @Test
    void aNameThatIsNotUnicodeIsRefused() {
        Output own = Output.of(List.of(bytes("\ud800", DType.U8, "00")));
        Output tie = Output.of(List.of(bytes("a", DType.U8, "00")), Map.of("\ud800", "a"));
        for (Output output : List.of(own, tie)) {
            refused(output).with("'?'", "UTF-8", "rename the parameter");
        }
    }

    @Test
    void aTypeThatPyTorchLacksIsRefused() {
        DType unknown = DType.named("Q9");
        for (DType type : List.of(DType.F6_E2M3, DType.F6_E3M2, DType.F4, unknown)) {
            refused(Output.of(List.of(bytes("some.weight", type, "000000"))))
                    .with("PyTorch", type.name(), "'some.weight'");
        }
    }

    @Test
    void shardsAreRefused() {
        Output whole = Output.of(List.of(bytes("a", DType.U8, "00")));
        refused(new Output(whole.tensors(), whole.blueprint().withShardSize(OptionalLong.of(100))))
                .with("a PyTorch file", "shard");
    }

    @Test
    void noParametersAreAModel() throws IOException {
        Path file = Output.of(List.of()).to(directory.resolve("none.pt"));
        try (ModelSource source = Checkpoint.open(file)) {
            assertThat(source.parameters()).isEmpty();
        }
        assertThat(ZipFiles.hex(ZipFiles.contents(file), "archive/data.pkl")).startsWith("80027d");
    }

    @Test
    void aStateDictLikeAnotherIsAStateDict() throws IOException {
        Checkpoint donor = new Checkpoint("plain_dict");
        Path file = Output.of(donor.expected()).like(donor.path()).to(directory.resolve("out.pt"));
        assertThat(ZipFiles.names(file)).contains("archive/data.pkl");
    }

    private Refused refused(Output output) {
        return Refused.planning(directory.resolve("model.pt"), output.blueprint());
    }

    private static Expected bytes(String name, DType type, String hex) {
        long size = hex.length() / 2;
        long elements = type.hasKnownSize() ? size * Byte.SIZE / type.bits() : size;
        return new Expected(new ParameterSpec(name, type, Shape.of(elements), size), hex);
    }
}
