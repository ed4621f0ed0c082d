package io.terge.files.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.terge.files.FileCompanion;
import io.terge.files.output.ModelOutput;
import io.terge.files.tiny.Models;
import io.terge.files.tiny.TextCompanion;
import io.terge.files.tiny.TinyDirectory;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelBlueprint;
import io.terge.spi.format.ModelSink;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** A model that is not for everybody's eyes is not after a merge, either. */
class PermissionsTest {

    private static final ParameterSpec EMPTY = ParameterSpec.of("w", DType.U8, Shape.of(0));

    @TempDir private Path folder;

    @BeforeEach
    void systemKnowsOwners() {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    @Test
    void aFileThatReplacesAnotherIsAsPrivate() throws IOException {
        Path file = Models.make(folder.resolve("out.tiny"), "old", 1);
        set(file, "rw-------");
        commit(Models.create(file, blueprint(List.of())));
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void aDirectoryThatReplacesAnotherIsAsPrivate() throws IOException {
        Path model = Models.make(folder.resolve("out"), "old", 1);
        set(model.resolve("model.tiny"), "rw-r-----");
        set(model, "rwxr-x---");
        commit(Models.create(model, blueprint(List.of())));
        assertThat(permissions(model)).isEqualTo("rwxr-x---");
        assertThat(permissions(model.resolve("model.tiny"))).isEqualTo("rw-r-----");
    }

    @Test
    void aModelIsBuiltWhereNobodyElseLooks() throws IOException {
        Path target = folder.resolve("out.tiny");
        try (ModelSink sink = Models.create(target, blueprint(List.of()));
                Stream<Path> siblings = Files.list(folder)) {
            assertThat(sink).isNotNull();
            assertThat(siblings.map(PermissionsTest::permissions)).containsExactly("rwx------");
        }
    }

    @Test
    void companionsKeepWhatTheyAre() throws IOException {
        Path script = Files.writeString(folder.resolve("s"), "#!/bin/sh");
        set(script, "r-x------");
        Path secret = Files.writeString(folder.resolve("t"), "{}");
        set(secret, "rw-------");
        Path model = folder.resolve("out");
        List<FileCompanion> companions =
                List.of(new FileCompanion("run.sh", script), new FileCompanion("t.json", secret));
        commit(Models.create(model, blueprint(companions)));
        assertThat(permissions(model.resolve("run.sh"))).isEqualTo("rwx------");
        assertThat(permissions(model.resolve("t.json"))).isEqualTo("rw-------");
    }

    @Test
    void aCompanionWithOtherContentsIsAsPrivate() throws IOException {
        Path secret = Files.writeString(folder.resolve("t"), "{}");
        set(secret, "rw-------");
        Path model = folder.resolve("out");
        OutputTarget target = OutputTarget.directory(model, new TinyDirectory());
        FileCompanion companion = new FileCompanion("a/t.json", secret);
        commit(
                ModelOutput.directory(
                        target,
                        ModelBlueprint.of(List.of()),
                        content -> content.copy(companion, new byte[] {'x'})));
        assertThat(model.resolve("a/t.json")).hasContent("x");
        assertThat(permissions(model.resolve("a/t.json"))).isEqualTo("rw-------");
    }

    @Test
    void aCompanionThatIsNoFileIsAsAnyNewFile() throws IOException {
        Path model = folder.resolve("out");
        commit(Models.create(model, blueprint(List.of(new TextCompanion("t.json", "text")))));
        Path other = Files.writeString(folder.resolve("other"), "");
        assertThat(model.resolve("t.json")).hasContent("text");
        assertThat(permissions(model.resolve("t.json"))).isEqualTo(permissions(other));
    }

    private static ModelBlueprint blueprint(List<? extends Companion> companions) {
        return Models.blueprint(true, companions, EMPTY);
    }

    private static void commit(ModelSink model) throws IOException {
        try (model) {
            model.commit();
        }
    }

    private static void set(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
