package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A model directory is replaced through a symbolic link, which stays. */
class LinkedDirectoryTest {

    @TempDir private Path folder;
    private Path real = Path.of("");
    private Path link = Path.of("");
    private Path other = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        real = model("store/real", 1);
        other = model("other", 3);
        link = Files.createSymbolicLink(folder.resolve("link"), Path.of("store/real"));
    }

    @Test
    void aMergeInPlaceReplacesTheDirectory() throws IOException {
        CliRun run = CliRun.of("merge", link, other, "--in-place", "--backup");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        checkReplaced(2);
        Path backup = folder.toRealPath().resolve("store/real.backup-1");
        assertThat(run.out()).contains("replaced: model.safetensors\n", "backup: " + backup);
        assertThat(value(backup)).isEqualTo(1);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("link", "other", "store");
    }

    @Test
    void aConversionInPlaceReplacesTheDirectory() throws IOException {
        Path twice = Files.createSymbolicLink(folder.resolve("twice"), link);

        CliRun run = CliRun.of("convert", twice, "--dtype", "f64", "--in-place");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(twice).isSymbolicLink();
        assertThat(link).isSymbolicLink();
        assertThat(real.resolve("model.safetensors")).content().contains("\"F64\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"link", "store/real"})
    void theDirectoryIsOverwritten(String input) throws IOException {
        CliRun run = CliRun.of("merge", other, folder.resolve(input), "--out", link, "--overwrite");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        checkReplaced(2);
    }

    @Test
    void aLinkInTheDirectoryToAnInputIsSeen() throws IOException {
        Path weights = Path.of("model.safetensors");
        Files.delete(other.resolve(weights));
        Files.createSymbolicLink(other.resolve(weights), real.resolve(weights));

        CliRun run = CliRun.of("merge", other, other, "--out", link, "--overwrite");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("[OUTPUT_CONTAINS_INPUT]");
        assertThat(value(real)).isEqualTo(1);
    }

    @Test
    void aDirectoryBehindALinkIsSeenToBeInAnInput() throws IOException {
        Path within = model("other/within", 5);
        Path out = Files.createSymbolicLink(folder.resolve("out"), within);

        CliRun run = CliRun.of("merge", other, real, "--out", out, "--overwrite");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("[OUTPUT_WITHIN_INPUT]");
    }

    @Test
    void aDirectoryThatAKilledRunHasSetAsideIsFoundBehindALink() throws IOException {
        Path staging = Files.createDirectory(folder.resolve("store/.real.terge-1a-2b-3c"));
        Files.createFile(staging.resolve("lock"));
        Files.move(real, staging.resolve("replaced"));

        CliRun run = CliRun.of("merge", link, other, "--in-place");

        assertThat(run.err()).isEmpty();
        checkReplaced(2);
        assertThat(folder.resolve("store").toFile().list()).containsExactly("real");
    }

    @Test
    void aLinkToNothingIsReplaced() throws IOException {
        Path nothing = Files.createSymbolicLink(folder.resolve("out"), Path.of("nothing"));

        CliRun run = CliRun.of("merge", real, other, "--out", nothing, "--overwrite");

        assertThat(run.err()).isEmpty();
        assertThat(nothing).isDirectory();
        assertThat(Files.isSymbolicLink(nothing)).isFalse();
    }

    private void checkReplaced(float value) throws IOException {
        assertThat(link).isSymbolicLink();
        assertThat(Files.isSymbolicLink(real)).isFalse();
        assertThat(value(real)).isEqualTo(value);
    }

    private Path model(String name, float value) throws IOException {
        Path model = Files.createDirectories(folder.resolve(name));
        new TensorFile().with("x", value).write(model.resolve("model.safetensors"));
        return model;
    }

    private static float value(Path model) throws IOException {
        return TensorFile.read(model.resolve("model.safetensors"), "x")[0];
    }
}
