package io.terge.files.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.tiny.Models;
import io.terge.files.tiny.TinyDirectory;
import io.terge.model.ModelReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

class OutputTargetTest {

    @TempDir private Path folder;

    @Test
    void aPlaceThatIsFreeIsFineAndStaysSo() {
        assertThatCode(() -> check("deep/down/out", false)).doesNotThrowAnyException();
        assertThatCode(() -> check("out.tiny", true)).doesNotThrowAnyException();
        assertThat(Models.tree(folder)).isEmpty();
    }

    @Test
    void whatIsThereIsNotReplacedUnlessAsked() throws IOException {
        Files.writeString(folder.resolve("x.tiny"), "");
        Files.createDirectory(folder.resolve("empty"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nothing"));
        for (String name : List.of("x.tiny", "empty", "link")) {
            assertThatThrownBy(() -> check(name, false))
                    .isInstanceOfSatisfying(
                            TergeException.class,
                            refusal ->
                                    assertThat(refusal.code()).isEqualTo(TergeCode.OUTPUT_EXISTS))
                    .hasMessageContaining(folder.resolve(name).toString());
            assertThatCode(() -> check(name, true)).doesNotThrowAnyException();
        }
    }

    @Test
    void modelsMayBeReplaced() throws IOException {
        Path model = Files.createDirectory(folder.resolve("model"));
        Files.writeString(model.resolve("model.tiny"), "");
        assertThatCode(() -> check("model", true)).doesNotThrowAnyException();
    }

    @Test
    void whatIsNoModelIsNeverReplaced() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve("thesis.txt"), "");
        Files.writeString(folder.resolve("notes"), "");
        Files.createDirectory(folder.resolve("d.tiny"));
        for (String name : List.of("home", "notes", "d.tiny")) {
            assertThatThrownBy(() -> check(name, true))
                    .isInstanceOfSatisfying(
                            TergeException.class,
                            refusal ->
                                    assertThat(refusal.code())
                                            .isEqualTo(TergeCode.OUTPUT_NOT_A_MODEL))
                    .hasMessageContaining(folder.resolve(name).toString());
        }
    }

    @Test
    void theRootIsNeverReplaced() {
        assertThatThrownBy(() -> check("/", true))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refusal ->
                                assertThat(refusal.code()).isEqualTo(TergeCode.OUTPUT_NOT_A_MODEL));
    }

    @Test
    void aDeviceIsNeverReplaced() {
        Path device = Path.of("/dev/null");
        for (OutputTarget target :
                List.of(
                        OutputTarget.file(device),
                        OutputTarget.directory(device, new TinyDirectory()))) {
            for (boolean overwrite : List.of(true, false)) {
                assertThatThrownBy(() -> target.check(overwrite))
                        .hasMessageContaining(
                                "[OUTPUT_NOT_A_MODEL] '/dev/null' is a device, pipe or socket; it"
                                        + " will not be overwritten");
            }
        }
    }

    @Test
    void aParentThatIsAFileIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> check("file/deep/out", false))
                .isInstanceOf(NotDirectoryException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aParentThatCannotBeWrittenIsNamed() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(locked), "root writes everywhere");
        assertThatThrownBy(() -> check("locked/deep/out", false))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining(locked.toString());
    }

    @Test
    void theWorkingDirectoryHasARealName() {
        Path here = Path.of("").toAbsolutePath();
        assertThat(OutputTarget.directory(Path.of("."), new TinyDirectory()).path())
                .isEqualTo(here);
        assertThat(OutputTarget.directory(Path.of(".."), new TinyDirectory()).path())
                .isEqualTo(here.getParent());
    }

    private void check(String name, boolean overwrite) throws IOException {
        Path target = folder.resolve(name);
        Models.writer(target).check(ModelReference.at(target), overwrite);
    }
}
