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
    void layersAreFoundByAPattern() throws IOException {
        Path other = folder.resolve("other");
        new TensorFile()
                .with("head.0.w", 5)
                .with("net.blocks_0.w", 10)
                .with("net.blocks_1.w", 11)
                .write(other.resolve("model.safetensors"));
        Files.writeString(other.resolve("config.json"), "{\"num_hidden_layers\": 2}");

        CliRun run =
                CliRun.of(
                        "extract",
                        other,
                        "--layers",
                        "1,0,1",
                        "--layer-pattern",
                        "blocks_(\\d+)",
                        "--out",
                        out);

        assertThat(run.status()).as(run.err()).isZero();
        Path weights = out.resolve("model.safetensors");
        assertThat(TensorFile.read(weights, "net.blocks_0.w")).containsExactly(11);
        assertThat(TensorFile.read(weights, "net.blocks_1.w")).containsExactly(10);
        assertThat(TensorFile.read(weights, "net.blocks_2.w")).containsExactly(11);
        assertThat(TensorFile.read(weights, "head.0.w")).containsExactly(5);
        assertThat(Files.readString(out.resolve("config.json")))
                .isEqualToIgnoringWhitespace("{\"num_hidden_layers\": 3}");
    }

    @Test
    void twoLayersOfOneNumberAreRefused() throws IOException {
        Path other = folder.resolve("other.safetensors");
        new TensorFile().with("n.b_0.w", 1).with("n.b_1.w", 2).with("n.b_01.w", 3).write(other);

        CliRun run =
                CliRun.of(
                        "extract",
                        other,
                        "--layers",
                        "0-1",
                        "--layer-pattern",
                        "b_(\\d+)",
                        "--out",
                        out);

        assertThat(run.status()).isEqualTo(ExitStatus.REJECTED.code());
        assertThat(run.err()).contains("'n.b_01.w'", "'n.b_1.w'", "have the same number");
        assertThat(out).doesNotExist();
    }

    @Test
    void aPatternThatFindsNoLayerOrTakesForeverIsRefused() throws IOException {
        assertThat(CliRun.of("plan", model, model, "--layer-pattern", "zzz(\\d+)").err())
                .contains("The layer pattern 'zzz(\\d+)' finds no number in the names of model 0");
        Path other = folder.resolve("other.safetensors");
        new TensorFile().with("a".repeat(40) + ".0.w", 1).write(other);
        assertThat(CliRun.of("plan", other, other, "--layer-pattern", "((a|aa)+)+b(\\d+)").err())
                .contains("takes too many steps for a name of 44 characters");
    }

    @Test
    void aPatternWithoutANumberIsRefused() {
        assertThat(CliRun.of("extract", model, "--layers", "0", "--layer-pattern", "b_\\d").err())
                .contains("The layer pattern 'b_\\d' has no group for the number");
        assertThat(CliRun.of("plan", model, "--layer-pattern", "b_(").err())
                .contains("'b_(' is not a regular expression: Unclosed group");
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
