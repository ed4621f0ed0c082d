package io.terge.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.error.TergeCode;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelChanges;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ModelWriter;
import io.terge.testkit.TestAdapterContext;

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
    void aNestedStateDictIsNotReplacedByAPlainOne() throws IOException {
        Path file = copy("dotted_keys");
        Rejections.assertRejected(
                () -> plan(ModelReference.at(file).with("key", "a.b.c.d"), file),
                TergeCode.OUTPUT_NOT_SUPPORTED,
                "of which only the state dict 'a.b.c.d' is read",
                "--out OUT instead of --in-place");
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
        plan(ModelReference.at(donor), target);
    }

    private static void plan(ModelReference from, Path target) throws IOException {
        ModelWriter writer = new PyTorchAdapter().writer().orElseThrow();
        try (ModelSource source = TestAdapterContext.of(new PyTorchAdapter()).open(from)) {
            writer.shards(
                    ModelReference.at(target),
                    ModelBlueprint.of(source.parameters())
                            .withCompanions(from, List.of(), ModelChanges.none()));
        }
    }
}
