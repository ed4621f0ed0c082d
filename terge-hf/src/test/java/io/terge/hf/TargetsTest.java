package io.terge.hf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.ErrorCode;
import io.terge.error.TergeException;
import io.terge.hf.directory.HuggingFaceAdapter;
import io.terge.hf.safetensors.SafetensorsAdapter;
import io.terge.model.ModelReference;
import io.terge.spi.ModelAdapter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which format writes to a target, and what it replaces there. */
class TargetsTest {

    @TempDir private Path folder;

    @Test
    void modelsMayBeReplaced() throws IOException {
        for (String name : List.of("model.safetensors", "model.safetensors.index.json")) {
            Path model = Files.createDirectory(folder.resolve("with-" + name + ".d"));
            Files.writeString(model.resolve(name), "");
            assertThatCode(() -> check(model.toString(), true)).doesNotThrowAnyException();
        }
    }

    @Test
    void whatIsNoModelIsNeverReplaced() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve("thesis.txt"), "");
        Files.writeString(folder.resolve("notes"), "");
        Files.createDirectory(folder.resolve("d.safetensors"));
        for (String name : List.of("home", "notes", "d.safetensors")) {
            assertThatThrownBy(() -> check(name, true))
                    .isInstanceOfSatisfying(
                            TergeException.class,
                            refusal ->
                                    assertThat(refusal.code())
                                            .isEqualTo(ErrorCode.OUTPUT_NOT_A_MODEL))
                    .hasMessageContaining(folder.resolve(name).toString());
        }
    }

    @Test
    void theEndOfTheNameDecidesBetweenFileAndDirectory() {
        SafetensorsAdapter file = new SafetensorsAdapter();
        HuggingFaceAdapter directory = new HuggingFaceAdapter();
        for (String name : List.of("x.safetensors", "a/b", "model.bin")) {
            ModelReference target = ModelReference.at(name);
            assertThat(file.creates(target)).isEqualTo(name.endsWith(".safetensors"));
            assertThat(directory.creates(target)).isNotEqualTo(file.creates(target));
        }
        for (ModelAdapter adapter : List.of(file, directory)) {
            assertThat(adapter.creates(ModelReference.at("hub://a/b"))).isFalse();
            assertThat(adapter.creates(ModelReference.of(List.of(), "list"))).isFalse();
        }
    }

    private void check(String name, boolean overwrite) throws IOException {
        ModelReference target = ModelReference.at(folder.resolve(name));
        ModelAdapter file = new SafetensorsAdapter();
        ModelAdapter adapter = file.creates(target) ? file : new HuggingFaceAdapter();
        adapter.checkTarget(target, overwrite);
    }
}
