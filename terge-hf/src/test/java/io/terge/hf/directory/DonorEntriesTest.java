package io.terge.hf.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.error.Problem;
import io.terge.files.Quoted;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelChanges;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class DonorEntriesTest {

    @TempDir private Path folder;

    @Test
    void historyAndOtherSetsOfWeightsAreLeftOut() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        make("model.safetensors", "pytorch_model.bin", "vocab.txt");
        assertThat(entries(folder).leftOut())
                .containsExactly(
                        Map.entry(".git", "the history of Git"),
                        Map.entry("pytorch_model.bin", "another copy of the weights"));
        assertThat(entries(folder).warnings()).isEmpty();
    }

    @Test
    void whatIsBesideAFileIsToldAsNotCopied() throws IOException {
        make("model.safetensors", "other.safetensors");
        assertThat(entries(folder.resolve("model.safetensors")).warnings()).isEmpty();
        make("config.json");
        assertThat(entries(folder.resolve("model.safetensors")).warnings())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .contains(
                        "[FILES_NOT_COPIED] The base is a file, so the files beside it, such as"
                                + " config.json, are not copied",
                        "name its directory as the base: " + Quoted.of(folder));
        assertThat(entries(folder.resolve("other.safetensors")).warnings().getFirst().fixes())
                .containsExactly("copy those that the output needs yourself");
    }

    private static DonorEntries entries(Path donor) {
        return new DonorEntries(
                ModelBlueprint.of(List.of())
                        .withCompanions(ModelReference.at(donor), List.of(), ModelChanges.none()));
    }

    private void make(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(folder.resolve(name), name);
        }
    }
}
