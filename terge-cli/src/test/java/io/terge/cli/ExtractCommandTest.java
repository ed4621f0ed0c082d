package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ExtractCommandTest {

    @TempDir Path folder;
    private Path model = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeModel() throws IOException {
        model = folder.resolve("model");
        new TensorFile()
                .with("model.embed_tokens.weight", 1, 2)
                .with("model.layers.0.w", 10)
                .with("model.layers.1.w", 11)
                .with("model.layers.2.w", 12)
                .with("model.norm.weight", 3)
                .write(model.resolve("model.safetensors"));
        Files.writeString(
                model.resolve("config.json"),
                "{\"num_hidden_layers\": 3, \"layer_types\": [\"a\", \"b\", \"c\"]}");
        out = folder.resolve("out");
    }

    @Test
    void layersAreRenumberedInTheOrderGiven() throws IOException {
        CliRun run = CliRun.of("extract", model, "--layers", "2,0-1,1", "--out", out);

        assertThat(run.status()).as(run.err()).isZero();
        Path weights = out.resolve("model.safetensors");
        assertThat(TensorFile.read(weights, "model.layers.0.w")).containsExactly(12);
        assertThat(TensorFile.read(weights, "model.layers.1.w")).containsExactly(10);
        assertThat(TensorFile.read(weights, "model.layers.2.w")).containsExactly(11);
        assertThat(TensorFile.read(weights, "model.layers.3.w")).containsExactly(11);
        assertThat(TensorFile.read(weights, "model.embed_tokens.weight")).containsExactly(1, 2);
        assertThat(TensorFile.read(weights, "model.norm.weight")).containsExactly(3);
        assertThat(Files.readString(out.resolve("config.json")))
                .isEqualToIgnoringWhitespace(
                        "{\"num_hidden_layers\": 4, \"layer_types\": [\"c\", \"a\", \"b\","
                                + " \"b\"]}");
    }

    @Test
    void layersThatAreMissingAreRefused() {
        CliRun run = CliRun.of("extract", model, "--layers", "1-3", "--out", out);

        assertThat(run.status()).isEqualTo(ExitStatus.REJECTED.code());
        assertThat(run.err())
                .contains("Slice 1 takes layers 1 to 3 of model 0 (" + model)
                .contains("which has layers 0 to 2");
        assertThat(out).doesNotExist();
    }

    @Test
    void whatAreNoLayersIsRefused() {
        assertThat(CliRun.of("extract", model, "--layers", "2-1", "--out", out).err())
                .contains("'2-1' ends before it starts; write 1-2");
        assertThat(CliRun.of("extract", model, "--layers", "1,,2", "--out", out).err())
                .contains("expected layers such as 0-11,14 but got ''");
        assertThat(out).doesNotExist();
    }
}
