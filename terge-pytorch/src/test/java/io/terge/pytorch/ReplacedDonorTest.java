package io.terge.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.error.TergeCode;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelChanges;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ReplacedDonorTest {

    @TempDir Path directory;

    @Test
    void aTrainingCheckpointIsNotReplacedByItsStateDict() throws IOException {
        Path file = copy("lightning");
        byte[] before = Files.readAllBytes(file);
        Rejections.assertRejected(
                () -> plan(file, file),
                TergeCode.OUTPUT_NOT_SUPPORTED,
                "which contains more than its state dict",
                "'callbacks' (dict)");
        Path link = Files.createSymbolicLink(directory.resolve("link.pt"), file);
        Rejections.assertRejected(
                () -> plan(file, link),
                TergeCode.OUTPUT_NOT_SUPPORTED,
                "which contains more than its state dict");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aStateDictIsReplacedByItsLike() throws IOException {
        Path file = copy("plain_dict");
        plan(file, file);
        plan(copy("lightning"), directory.resolve("new.pt"));
    }

    private Path copy(String name) throws IOException {
        return Files.copy(new Checkpoint(name).path(), directory.resolve(name + ".pt"));
    }

    private static void plan(Path donor, Path target) throws IOException {
        ModelReference from = ModelReference.at(donor);
        ModelWriter writer = new PyTorchAdapter().writer().orElseThrow();
        try (ModelSource source = Checkpoint.open(donor)) {
            writer.shards(
                    ModelReference.at(target),
                    ModelBlueprint.of(source.parameters())
                            .withCompanions(from, List.of(), ModelChanges.none()));
        }
    }
}
