package io.terge.files.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.terge.files.tiny.Models;
import io.terge.files.tiny.TinyDirectory;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A directory takes the place of another, at once where the system can. */
class DirectorySwapTest {

    @TempDir private Path folder;
    private Path target = Path.of("");

    @BeforeEach
    void makeOldModel() throws IOException {
        target = Files.createDirectory(folder.resolve("out"));
        Files.writeString(target.resolve("old.json"), "{}");
        Files.writeString(target.resolve("model.tiny"), "old");
    }

    @Test
    void linuxExchangesDirectoriesAtOnce() throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        Path other = Files.createDirectory(folder.resolve("öther"));
        Files.writeString(other.resolve("new.json"), "{}");
        assertThat(new NativeExchange().exchange(target, other)).isTrue();
        assertThat(target.resolve("new.json")).exists();
        assertThat(other.resolve("old.json")).exists();
    }

    @Test
    void whatIsNotThereIsNotExchanged() {
        List<String> before = Models.tree(folder);
        assertThat(new NativeExchange().exchange(target, folder.resolve("gone"))).isFalse();
        assertThat(Models.tree(folder)).isEqualTo(before);
    }

    @Test
    void namesInOtherFileSystemsAreNotTakenForRealOnes() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        List<String> before = Models.tree(folder);
        Path archive = folder.resolve("x.zip");
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path one = zip.getPath(target.toString());
            assertThat(new NativeExchange().exchange(one, other)).isFalse();
            assertThat(new NativeExchange().exchange(other, one)).isFalse();
        }
        Files.delete(archive);
        assertThat(Models.tree(folder)).isEqualTo(before);
        assertThat(target.resolve("old.json")).exists();
    }

    @Test
    void elsewhereTheOldOneIsSetAsideFirst() throws IOException {
        try (StagedOutput output = begin((content, old) -> false)) {
            output.commit();
            assertThat(Models.tree(target)).containsExactly("model.tiny");
        }
        assertThat(Models.tree(folder)).containsExactly("out", "out/model.tiny");
    }

    @Test
    void theHistoryOfTheOldOneStays() throws IOException {
        for (PathExchange exchange :
                List.of(new NativeExchange(), (PathExchange) (a, b) -> false)) {
            Files.createDirectories(target.resolve(".git"));
            Files.writeString(target.resolve(".git/HEAD"), "ref: refs/heads/main");
            Files.writeString(target.resolve("old.json"), "{}");
            try (StagedOutput output = begin(exchange)) {
                output.commit();
            }
            assertThat(Models.tree(folder))
                    .containsExactly("out", "out/.git", "out/.git/HEAD", "out/model.tiny");
        }
    }

    @Test
    void aLinkStaysAndItsDirectoryIsExchanged() throws IOException {
        for (boolean exchanges : List.of(true, false)) {
            Path real = Files.createDirectories(folder.resolve("elsewhere")).resolve("real");
            Files.createDirectories(target.resolve(".git"));
            Files.move(target, real);
            Files.createSymbolicLink(target, Path.of("elsewhere/real"));
            PathExchange exchange = exchanges ? new NativeExchange() : (content, old) -> false;
            try (StagedOutput output = begin(exchange)) {
                assertThat(output.content()).startsWith(folder.toRealPath().resolve("elsewhere"));
                output.commit();
            }
            assertThat(target).isSymbolicLink();
            assertThat(real.resolve("old.json")).doesNotExist();
            assertThat(Models.tree(real)).containsExactly(".git", "model.tiny");
            Files.delete(target);
            Files.move(real, target);
        }
    }

    @Test
    void theOldOneComesBackWhereTheNewOneFails() throws IOException {
        List<String> before = Models.tree(folder);
        try (StagedOutput output = begin(DirectorySwapTest::loseContent)) {
            assertThatThrownBy(output::commit).isInstanceOf(NoSuchFileException.class);
            assertThat(target.resolve("old.json")).exists();
        }
        assertThat(Models.tree(folder)).isEqualTo(before);
    }

    private static boolean loseContent(Path content, Path old) {
        try {
            FileTree.delete(content);
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private StagedOutput begin(PathExchange exchange) throws IOException {
        OutputTarget place = OutputTarget.directory(target, new TinyDirectory());
        StagedOutput output = StagedOutput.begin(place, Replacement.overwriting(true), exchange);
        Files.createDirectory(output.content());
        Files.writeString(output.content().resolve("model.tiny"), "new");
        return output;
    }
}
