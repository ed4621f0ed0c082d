package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class OutputTypesTest {

    @TempDir private Path folder;
    private Path a = Path.of("");
    private Path b = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        a = model("a");
        b = model("b");
        out = folder.resolve("out");
    }

    @Test
    void aTypeCanBeForSomeParametersAndOneForTheRest() throws IOException {
        CliRun run =
                CliRun.of(
                        "merge",
                        a,
                        b,
                        "--out",
                        out,
                        "--dtype",
                        "regex:norm|inv_freq=f32",
                        "--dtype",
                        "bf16",
                        "--dtype",
                        "*.norm=f16");

        assertThat(run.status()).isZero();
        assertThat(run.err())
                .contains("SELECTOR_MATCHES_NOTHING", "dtype rule 2: \"*.norm\" -> F16");
        assertThat(header()).contains("\"x.norm\":{\"dtype\":\"F32\"");
        assertThat(header()).contains("\"x.weight\":{\"dtype\":\"BF16\"");
        assertThat(config()).contains("\"bfloat16\"");
    }

    @Test
    void theConfigurationNamesTheTypeOfAllParameters() throws IOException {
        CliRun run = CliRun.of("convert", a, "--out", out, "--dtype", "regex:^x=f64");

        assertThat(run.err()).isEmpty();
        assertThat(header()).contains("\"F64\"").doesNotContain("\"F32\"");
        assertThat(config()).contains("\"float64\"");
    }

    @Test
    void aSavedPlanKeepsTheTypes() throws IOException {
        Path plan = folder.resolve("plan.json");
        CliRun planned =
                CliRun.of(
                        "plan",
                        a,
                        b,
                        "--out",
                        out,
                        "--dtype",
                        "bf16",
                        "--dtype",
                        "x.norm=f32",
                        "--save",
                        plan);
        CliRun run = CliRun.of("merge", "--plan", plan);

        assertThat(planned.out()).containsPattern("x\\.weight +\\[2\\] +F32 -> BF16 ");
        assertThat(run.err()).isEmpty();
        assertThat(header()).contains("\"x.norm\":{\"dtype\":\"F32\"");
        assertThat(config()).contains("\"bfloat16\"");
    }

    private String header() throws IOException {
        return Files.readString(out.resolve("model.safetensors"), StandardCharsets.ISO_8859_1);
    }

    private String config() throws IOException {
        return Files.readString(out.resolve("config.json"));
    }

    private Path model(String name) throws IOException {
        Path model = Files.createDirectory(folder.resolve(name));
        new TensorFile()
                .with("x.norm", 1)
                .with("x.weight", 2, 3)
                .write(model.resolve("model.safetensors"));
        Files.writeString(model.resolve("config.json"), "{\"torch_dtype\": \"float32\"}");
        return model;
    }
}
