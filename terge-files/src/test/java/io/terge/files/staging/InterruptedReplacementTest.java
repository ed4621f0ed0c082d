package io.terge.files.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.files.tiny.Models;
import io.terge.files.tiny.TinyDirectory;
import io.terge.spi.format.ModelSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A run was killed while the old directory was set aside. */
class InterruptedReplacementTest {

    @TempDir private Path folder;
    private Path target = Path.of("");
    private Path staging = Path.of("");

    @BeforeEach
    void setAside() throws IOException {
        target = folder.resolve("out");
        staging = Files.createDirectory(folder.resolve(".out.terge-1a-2b-3c"));
        Files.createDirectory(staging.resolve("content"));
        Files.writeString(staging.resolve("lock"), "");
        Models.make(staging.resolve("replaced"), "w", 1, 2);
    }

    @Test
    void theModelIsOpened() throws IOException {
        assertThat(InterruptedReplacement.isAt(target)).isTrue();
        try (ModelSource source = Models.open(target)) {
            assertThat(Models.bytes(source, "w")).containsExactly(1, 2);
        }
        assertThat(Models.tree(folder)).containsExactly("out", "out/model.tiny");
        assertThat(InterruptedReplacement.isAt(target)).isFalse();
    }

    @Test
    void itIsATargetThatExists() {
        assertThatThrownBy(() -> OutputTarget.directory(target, new TinyDirectory()).check(false))
                .hasMessageContaining("[OUTPUT_EXISTS]");
        assertThat(Models.tree(folder)).containsExactly("out", "out/model.tiny");
    }

    @Test
    void aModelThatCannotBePutBackIsNamed() throws IOException {
        Files.delete(staging.resolve("lock"));
        // As a lock that cannot be taken: opening it fails.
        Files.createSymbolicLink(staging.resolve("lock"), folder.resolve("elsewhere"));
        assertThatThrownBy(() -> InterruptedReplacement.repair(target))
                .hasMessageContaining("[MODEL_NOT_FOUND] '" + target + "' is missing")
                .hasMessageContaining("the model is in '" + staging.resolve("replaced") + "'")
                .hasMessageContaining("mv " + staging.resolve("replaced") + " " + target);
        assertThat(staging.resolve("replaced/model.tiny")).exists();
    }

    @Test
    void otherPathsAreLeftAlone() throws IOException {
        assertThat(InterruptedReplacement.isAt(folder.resolve("ou"))).isFalse();
        assertThat(InterruptedReplacement.isAt(folder.resolve("no/where"))).isFalse();
        assertThat(InterruptedReplacement.isAt(Path.of("/"))).isFalse();
        Files.createDirectory(target);
        InterruptedReplacement.repair(target);
        assertThat(staging.resolve("replaced")).exists();
    }
}
