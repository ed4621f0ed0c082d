package io.terge.hf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.hf.directory.HuggingFaceAdapter;
import io.terge.hf.safetensors.SafetensorsAdapter;
import io.terge.model.ModelReference;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelWriter;

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
                                            .isEqualTo(TergeCode.OUTPUT_NOT_A_MODEL))
                    .hasMessageContaining(folder.resolve(name).toString());
        }
    }

    @Test
    void theEndOfTheNameDecidesBetweenFileAndDirectory() {
        ModelWriter file = new SafetensorsAdapter().writer().orElseThrow();
        ModelWriter directory = new HuggingFaceAdapter().writer().orElseThrow();
        for (String name : List.of("x.safetensors", "a/b", "model-3.1", "a.bin/b")) {
            ModelReference target = ModelReference.at(name);
            boolean isFile = name.endsWith(".safetensors");
            assertThat(file.claims(target)).isEqualTo(isFile ? Claim.SPECIFIC : Claim.NONE);
            assertThat(directory.claims(target)).isEqualTo(isFile ? Claim.NONE : Claim.GENERAL);
        }
        for (ModelWriter writer : List.of(file, directory)) {
            assertThat(writer.claims(ModelReference.at("hub://a/b"))).isEqualTo(Claim.NONE);
            assertThat(writer.claims(ModelReference.of(List.of(), "list"))).isEqualTo(Claim.NONE);
        }
    }

    @Test
    void whatEndsLikeAFileOfAnotherFormatIsNoDirectoryUnlessItIsOne() throws IOException {
        ModelWriter directory = new HuggingFaceAdapter().writer().orElseThrow();
        for (String name : List.of("x.bin", "x.pt", "x.pth", "x.ckpt", "x.gguf", "x.npz")) {
            Path target = folder.resolve(name);
            assertThat(directory.claims(ModelReference.at(target))).isEqualTo(Claim.NONE);
            Files.createDirectory(target);
            assertThat(directory.claims(ModelReference.at(target))).isEqualTo(Claim.GENERAL);
        }
    }

    @Test
    void aNameThatEndsLikeAFileIsNoDirectory() {
        ModelWriter directory = new HuggingFaceAdapter().writer().orElseThrow();
        String files =
                "x.gguf x.onnx x.ckpt.meta x.h5 x.msgpack x.pkl x.pickle x.mar x.tar x.zip x.npz"
                        + " x.pth.tar x.xyz x.SAFETENSORS model-v1.5.onnx x.7z a/x.json";
        String directories =
                "x a/x Llama-3.2-1B model-v1.5 Qwen-0.5B Mistral-7B-v0.3 gemma-3.1it bert.v2 run.10"
                        + " out.d x.finetuned.model-of-mine a.onnx/x .hidden .. .";
        for (String name : files.split(" ")) {
            assertThat(directory.claims(ModelReference.at(name))).as(name).isEqualTo(Claim.NONE);
        }
        for (String name : directories.split(" ")) {
            assertThat(directory.claims(ModelReference.at(name))).as(name).isEqualTo(Claim.GENERAL);
        }
        assertThat(directory.targets()).contains("a directory");
    }

    @Test
    void aFormatThatTheUserNamesRefusesWhatIsNoPath() {
        ModelReference hub = ModelReference.at("hub://a/b");
        for (ModelAdapter adapter : List.of(new SafetensorsAdapter(), new HuggingFaceAdapter())) {
            ModelWriter writer = adapter.writer().orElseThrow();
            assertThatThrownBy(() -> adapter.open(hub, Models.context()))
                    .isInstanceOf(TergeException.class)
                    .hasMessageContaining("[MODEL_NOT_RECOGNIZED] 'hub://a/b'");
            assertThatThrownBy(() -> writer.check(hub, true))
                    .isInstanceOf(TergeException.class)
                    .hasMessageContaining("[OUTPUT_NOT_SUPPORTED] 'hub://a/b'");
        }
    }

    private void check(String name, boolean overwrite) throws IOException {
        ModelReference target = ModelReference.at(folder.resolve(name));
        ModelWriter file = new SafetensorsAdapter().writer().orElseThrow();
        ModelWriter directory = new HuggingFaceAdapter().writer().orElseThrow();
        ModelWriter writer = file.claims(target) == Claim.NONE ? directory : file;
        writer.check(target, overwrite);
    }
}
