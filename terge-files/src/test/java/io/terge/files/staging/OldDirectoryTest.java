package io.terge.files.staging;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What can neither be kept nor deleted is named while planning. */
class OldDirectoryTest {

    private static final String LINE = "36 35 98:0 /mnt %s rw,noatime master:1 - ext4 /dev/x rw%n";

    @TempDir private Path folder;

    @Test
    void aMountPointWithinIsNamed() throws IOException {
        Path model = Files.createDirectories(folder.resolve("model")).toRealPath();
        Path mounted = Files.createDirectory(model.resolve("my data"));
        assertThatThrownBy(() -> check(model, mounted.toString().replace(" ", "\\040")))
                .hasMessageContaining("[OUTPUT_NOT_SUPPORTED] The directory '" + model)
                .hasMessageContaining("'" + mounted + "' is a mount point");
        assertThatThrownBy(() -> check(model, model.toString()))
                .hasMessageContaining("is a mount point");
    }

    @Test
    void aMountPointBesideOrAboveIsNoObstacle() throws IOException {
        Path model = Files.createDirectories(folder.resolve("model")).toRealPath();
        assertThatCode(() -> check(model, model + "-2")).doesNotThrowAnyException();
        assertThatCode(() -> check(model, folder.toRealPath().toString()))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(model, "/")).doesNotThrowAnyException();
    }

    @Test
    void withoutATableThereAreNoMountPoints() {
        assertThatCode(
                        () ->
                                new OldDirectory(folder, new MountPoints(folder.resolve("none")))
                                        .check())
                .doesNotThrowAnyException();
    }

    private void check(Path model, String mount) throws IOException {
        Path table = Files.writeString(folder.resolve("mountinfo"), LINE.formatted(mount));
        new OldDirectory(model, new MountPoints(table)).check();
    }
}
