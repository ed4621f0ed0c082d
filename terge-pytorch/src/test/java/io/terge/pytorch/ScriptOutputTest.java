package io.terge.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.spi.format.ModelSink;
import io.terge.spi.format.ModelSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** TorchScript archives are written like their donor, with other weights. */
class ScriptOutputTest {

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scripted",
                "traced",
                "bfloat16",
                "half",
                "normed",
                "tied",
                "nested",
                "attributes",
                "buffers",
                "constants",
                "kinds"
            })
    void onlyTheWeightsDiffer(String name) throws IOException {
        Script donor = new Script(name);
        List<Expected> changed = changed(donor);
        Path file = output(donor, changed).to(directory.resolve("out.pt"));

        try (ModelSource source = Checkpoint.open(file);
                ModelSource before = donor.open()) {
            assertThat(Expected.allOf(source)).isEqualTo(changed);
            assertThat(source.ties()).isEqualTo(before.ties());
        }
        assertThat(ZipFiles.names(file)).isEqualTo(ZipFiles.names(donor.path()));
        Set<String> differ = new HashSet<>(ZipFiles.names(file));
        differ.removeAll(ZipFiles.same(file, donor.path()));
        assertThat(differ).isEqualTo(entriesOfTensors(donor));
        assertThat(ZipFiles.starts(file).values())
                .allSatisfy(start -> assertThat(start % 64).isZero());
    }

    /** Tells by sizes and names alone which entries are not copied. */
    private static Set<String> entriesOfTensors(Script donor) throws IOException {
        Set<String> entries = new HashSet<>();
        Map<String, String> contents = ZipFiles.contents(donor.path());
        Set<String> tensors = new HashSet<>();
        try (ModelSource source = donor.open()) {
            Expected.allOf(source).forEach(one -> tensors.add(one.hex()));
        }
        for (String name : contents.keySet()) {
            String hex = ZipFiles.hex(contents, name);
            if (name.contains("/data/") && !hex.isEmpty() && tensors.contains(hex)) {
                entries.add(name);
            }
        }
        return entries;
    }

    @Test
    void theSameWeightsAreTheSameContents() throws IOException {
        Script donor = new Script("nested");
        Path file = output(donor, donor.expected()).to(directory.resolve("out.ts"));
        assertThat(ZipFiles.raw(file)).isEqualTo(ZipFiles.raw(donor.path()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.pt", "out.ts", "out.torchscript", "out.TS"})
    void theNameSaysThatItIsTorchScript(String name) throws IOException {
        Script donor = new Script("scripted");
        Path file = output(donor, changed(donor)).to(directory.resolve(name));
        assertThat(ZipFiles.names(file)).contains("scripted/constants.pkl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.pth", "out.bin", "out.ckpt"})
    void otherNamesAreStateDicts(String name) throws IOException {
        Script donor = new Script("channels_last");
        Path file = output(donor, changed(donor)).to(directory.resolve(name));
        assertThat(ZipFiles.names(file)).contains("archive/data.pkl");
        try (ModelSource source = Checkpoint.open(file)) {
            assertThat(Expected.allOf(source)).isEqualTo(changed(donor));
        }
    }

    @Test
    void theDonorItselfIsOverwritten() throws IOException {
        Script donor = new Script("scripted");
        Path file = donor.copyTo(directory.resolve("model.pt"));
        List<Expected> changed = changed(donor);
        Output output = Output.of(changed).like(file).overwriting();
        assertThat(output.to(file)).isEqualTo(file);
        try (ModelSource source = Checkpoint.open(file)) {
            assertThat(Expected.allOf(source)).isEqualTo(changed);
        }
        assertThat(ZipFiles.contents(file).keySet())
                .containsExactlyElementsOf(ZipFiles.names(donor.path()));
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aDonorThatIsTruncatedMeanwhileLeavesNoOutput() throws IOException {
        Script donor = new Script("scripted");
        Path file = donor.copyTo(directory.resolve("donor.pt"));
        Output output = Output.of(changed(donor)).like(file);
        try (ModelSink sink = output.start(directory.resolve("out.pt"))) {
            output.write(sink);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(500);
            }
            assertThatThrownBy(sink::commit).hasMessageContaining("donor.pt");
        }
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aDonorThatIsOverwrittenMeanwhileLeavesNoOutput() throws IOException {
        Script donor = new Script("scripted");
        Path file = donor.copyTo(directory.resolve("donor.pt"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
        Output output = Output.of(changed(donor)).like(file);
        try (ModelSink sink = output.start(directory.resolve("out.pt"))) {
            output.write(sink);
            Files.write(file, Files.readAllBytes(file));
            assertThatThrownBy(sink::commit)
                    .hasMessageContaining("[MODEL_CHANGED]")
                    .hasMessageContaining("donor.pt");
        }
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aSinkThatIsNotCommittedLeavesNothing() throws IOException {
        Script donor = new Script("scripted");
        Output output = output(donor, changed(donor));
        try (ModelSink sink = output.start(directory.resolve("out.pt"))) {
            output.write(sink);
        }
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (var list = Files.list(directory)) {
            return list.toList();
        }
    }

    private static Output output(Script donor, List<Expected> tensors) throws IOException {
        try (ModelSource source = donor.open()) {
            return Output.of(tensors, source.ties()).like(donor.path());
        }
    }

    /** All tensors that are read, every byte changed. */
    private static List<Expected> changed(Script donor) throws IOException {
        try (ModelSource source = donor.open()) {
            return Expected.allOf(source).stream().map(Expected::changed).toList();
        }
    }
}
