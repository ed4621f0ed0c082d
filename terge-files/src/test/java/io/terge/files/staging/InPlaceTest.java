package io.terge.files.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Companions;
import io.terge.files.FileCompanion;
import io.terge.files.output.ModelOutput;
import io.terge.files.tiny.TinyDirectory;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelChanges;
import io.terge.spi.format.ModelSink;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** A model that is replaced in place loses nothing but what is written anew. */
class InPlaceTest {

    @TempDir private Path folder;
    private Path model = Path.of("");

    @BeforeEach
    void makeModel() throws IOException {
        model = Files.createDirectory(folder.resolve("model"));
        Files.writeString(model.resolve("model.tiny"), "old");
        Files.writeString(model.resolve("config.json"), "old");
        Files.createDirectories(folder.resolve("store"));
        Files.writeString(folder.resolve("store/data"), "data");
        Files.createSymbolicLink(model.resolve(".git"), Path.of("../store"));
        Files.createSymbolicLink(model.resolve("link"), Path.of("../store"));
        Files.createSymbolicLink(model.resolve("dangling"), Path.of("nowhere"));
        Files.createSymbolicLink(model.resolve("up"), Path.of(".."));
        Files.createDirectories(model.resolve("vendor/.git"));
        Files.writeString(model.resolve("vendor/.git/HEAD"), "ref");
        Files.writeString(model.resolve("vendor/code.py"), "pass");
        Files.createDirectory(model.resolve("empty"));
        Files.createDirectory(model.resolve("private"));
        Files.writeString(model.resolve("private/key"), "secret");
        Files.writeString(model.resolve("weights.onnx"), "other weights");
    }

    @Test
    void everythingElseStays() throws IOException {
        Map<String, String> before = Trees.of(model);
        Object key = inode(model.resolve("weights.onnx"));
        List<String> told = replace(model, false);
        assertThat(Trees.of(model))
                .isEqualTo(Trees.with(before, Map.of("model.tiny", "new", "config.json", "new")));
        assertThat(told)
                .containsExactly("replaced: config.json, model.tiny", "kept: 8 other files");
        assertThat(inode(model.resolve("weights.onnx"))).isEqualTo(key);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("model", "store");
    }

    @Test
    void aBackupIsAModelOfItsOwn() throws IOException {
        Map<String, String> before = Trees.of(model);
        List<String> told = replace(model, true);
        Path backup = folder.resolve("model.backup-1");
        assertThat(told).contains("backup: " + backup);
        assertThat(Trees.of(backup)).isEqualTo(before);
        Files.writeString(model.resolve("weights.onnx"), "changed");
        assertThat(Trees.of(backup)).isEqualTo(before);
        replace(model, true);
        assertThat(folder.resolve("model.backup-2/weights.onnx")).hasContent("changed");
    }

    @Test
    void anotherModelTakesThePlaceOfTheFilesButNotOfRepositories() throws IOException {
        OutputTarget target = OutputTarget.directory(model, new TinyDirectory());
        ModelBlueprint other = ModelBlueprint.of(List.of()).withOverwriting(true);
        try (ModelSink sink =
                ModelOutput.directory(target, other, content -> content.write("x.txt", bytes()))) {
            sink.commit();
            assertThat(sink.replaced())
                    .containsExactly(
                            "removed: config.json, model.tiny, private/key, weights.onnx",
                            "kept: 6 other files");
        }
        assertThat(Trees.of(model))
                .containsOnlyKeys(
                        "",
                        ".git",
                        "dangling",
                        "empty",
                        "link",
                        "up",
                        "vendor",
                        "vendor/.git",
                        "vendor/.git/HEAD",
                        "vendor/code.py",
                        "x.txt");
    }

    @Test
    void permissionsStay() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("unix"));
        mode(model, "rwx------");
        mode(model.resolve("private"), "r-x------");
        mode(model.resolve("private/key"), "r--------");
        mode(model.resolve("config.json"), "rw-r-----");
        Files.setAttribute(model.resolve("empty"), "unix:mode", 02750);
        replace(model, false);
        assertThat(mode(model)).isEqualTo("rwx------");
        assertThat(mode(model.resolve("private"))).isEqualTo("r-x------");
        assertThat(mode(model.resolve("private/key"))).isEqualTo("r--------");
        assertThat(mode(model.resolve("config.json"))).isEqualTo("rw-r-----");
        int bits = (int) Files.getAttribute(model.resolve("empty"), "unix:mode");
        assertThat(bits & 07777).isEqualTo(02750);
    }

    @Test
    void rootKeepsTheOwnerAndTheGroup() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("unix"));
        assumeTrue(Files.getAttribute(folder, "unix:uid").equals(0), "only root may do so");
        for (Path path : List.of(model, model.resolve("model.tiny"), model.resolve("private"))) {
            Files.setAttribute(path, "unix:uid", 1234);
            Files.setAttribute(path, "unix:gid", 2345);
        }
        replace(model, false);
        for (Path path : List.of(model, model.resolve("model.tiny"), model.resolve("private"))) {
            assertThat(Files.getAttribute(path, "unix:uid")).isEqualTo(1234);
            assertThat(Files.getAttribute(path, "unix:gid")).isEqualTo(2345);
        }
    }

    @Test
    void whatSomebodyWroteMeanwhileIsNotLost() throws IOException {
        assertThatThrownBy(
                        () ->
                                replace(
                                        model,
                                        false,
                                        () -> Files.writeString(model.resolve("model.tiny"), "x")))
                .hasMessageContaining("[MODEL_CHANGED]")
                .hasMessageContaining("model.tiny");
        assertThat(model.resolve("model.tiny")).hasContent("x");
        replace(model, false, () -> Files.writeString(model.resolve("notes.txt"), "mine"));
        assertThat(model.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void aFileThatSomebodyReplacedMeanwhileIsNotLost() throws IOException {
        Path file = Files.writeString(folder.resolve("x.tiny"), "old");
        OutputTarget target = OutputTarget.file(file);
        try (StagedOutput output = StagedOutput.begin(target, new Replacement(true, true, false))) {
            Files.writeString(output.content(), "new");
            Files.writeString(file, "other");
            assertThatThrownBy(output::commit)
                    .isInstanceOfSatisfying(
                            TergeException.class,
                            failure ->
                                    assertThat(failure.code()).isEqualTo(TergeCode.MODEL_CHANGED));
        }
        assertThat(file).hasContent("other");
    }

    @Test
    void aDirectoryThatAppearedMeanwhileKeepsItsRepositories() throws IOException {
        Path late = folder.resolve("late");
        OutputTarget target = OutputTarget.directory(late, new TinyDirectory());
        try (StagedOutput output = StagedOutput.begin(target, Replacement.overwriting(true))) {
            Files.createDirectory(output.content());
            Files.writeString(output.content().resolve("model.tiny"), "new");
            Files.createDirectories(late.resolve(".git"));
            Files.writeString(late.resolve(".git/HEAD"), "ref");
            Files.writeString(late.resolve("model.tiny"), "theirs");
            output.commit();
        }
        assertThat(Trees.of(late)).containsOnlyKeys("", ".git", ".git/HEAD", "model.tiny");
    }

    @Test
    void aFileIsKeptAsABackup() throws IOException {
        Path file = Files.writeString(folder.resolve("x.tiny"), "old");
        try (StagedOutput output =
                StagedOutput.begin(OutputTarget.file(file), new Replacement(true, true, true))) {
            Files.writeString(output.content(), "new");
            output.commit();
            assertThat(output.replaced())
                    .containsExactly("replaced: x.tiny", "backup: " + file + ".backup-1");
        }
        assertThat(file).hasContent("new");
        assertThat(folder.resolve("x.tiny.backup-1")).hasContent("old");
    }

    private List<String> replace(Path path, boolean backup) throws IOException {
        return replace(path, backup, () -> {});
    }

    private List<String> replace(Path path, boolean backup, Meanwhile meanwhile)
            throws IOException {
        List<FileCompanion> companions =
                Companions.below(path, file -> file.name().equals("model.tiny"));
        ModelBlueprint blueprint =
                ModelBlueprint.of(List.of())
                        .withCompanions(
                                ModelReference.at(path),
                                List.copyOf(companions),
                                ModelChanges.none())
                        .withOverwriting(true)
                        .withBackup(backup);
        FileCompanion config = new FileCompanion("config.json", path.resolve("config.json"));
        try (ModelSink sink =
                ModelOutput.directory(
                        OutputTarget.directory(path, new TinyDirectory()),
                        blueprint,
                        content -> {
                            content.copy(companions);
                            content.copy(config, bytes());
                            content.write("model.tiny", bytes());
                        })) {
            meanwhile.happens();
            sink.commit();
            return sink.replaced();
        }
    }

    private static byte[] bytes() {
        return "new".getBytes(StandardCharsets.US_ASCII);
    }

    private static Object inode(Path path) throws IOException {
        return Files.getAttribute(path, "unix:ino", LinkOption.NOFOLLOW_LINKS);
    }

    private static void mode(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** What somebody else does during a merge. */
    @FunctionalInterface
    private interface Meanwhile {
        void happens() throws IOException;
    }
}
