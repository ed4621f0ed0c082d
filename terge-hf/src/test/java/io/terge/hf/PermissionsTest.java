package io.terge.hf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.terge.model.ModelReference;
import io.terge.spi.CompanionFile;
import io.terge.spi.ModelBlueprint;
import io.terge.spi.ModelSink;
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
import java.util.Map;
import java.util.OptionalLong;
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
        Path file = new SafetensorsBytes().write(folder.resolve("out.safetensors"));
        set(file, "rw-------");
        commit(new SafetensorsAdapter().create(ModelReference.at(file), blueprint(List.of())));
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void aDirectoryThatReplacesAnotherIsAsPrivate() throws IOException {
        Path model = Files.createDirectory(folder.resolve("out"));
        set(new SafetensorsBytes().write(model.resolve("model.safetensors")), "rw-r-----");
        set(model, "rwxr-x---");
        commit(new HuggingFaceAdapter().create(ModelReference.at(model), blueprint(List.of())));
        assertThat(permissions(model)).isEqualTo("rwxr-x---");
        assertThat(permissions(model.resolve("model.safetensors"))).isEqualTo("rw-r-----");
    }

    @Test
    void aModelIsBuiltWhereNobodyElseLooks() throws IOException {
        Path target = folder.resolve("out.safetensors");
        try (ModelSink sink =
                        new SafetensorsAdapter()
                                .create(ModelReference.at(target), blueprint(List.of()));
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
        List<CompanionFile> companions =
                List.of(new CompanionFile("run.sh", script), new CompanionFile("t.json", secret));
        commit(new HuggingFaceAdapter().create(ModelReference.at(model), blueprint(companions)));
        assertThat(permissions(model.resolve("run.sh"))).isEqualTo("rwx------");
        assertThat(permissions(model.resolve("t.json"))).isEqualTo("rw-------");
    }

    private static ModelBlueprint blueprint(List<CompanionFile> companions) {
        return new ModelBlueprint(List.of(EMPTY), Map.of(), companions, OptionalLong.empty(), true);
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
