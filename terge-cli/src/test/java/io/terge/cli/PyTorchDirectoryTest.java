package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Directories whose weights are PyTorch files, read and written by the built-in adapters. */
class PyTorchDirectoryTest {

    private static final String INDEX = "pytorch_model.bin.index.json";

    @TempDir private Path folder;
    private Path a = Path.of("");
    private Path b = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        a = model("a", 1, 2);
        b = model("b", 3, 6);
        out = folder.resolve("out");
    }

    @Test
    void shardsAreMergedAndPlanned() throws IOException {
        List<Object> request =
                List.of(a, b, "--out", out + "?weights=pytorch", "--shard-size", "1MB");

        assertThat(run("plan", request).out())
                .contains("out?weights=pytorch (huggingface), in 2 shards of at most 1.00 MB");
        CliRun merge = run("merge", request);

        assertThat(merge.err()).isEmpty();
        assertThat(files(out))
                .containsExactly(
                        "config.json",
                        "pytorch_model-00001-of-00002.bin",
                        "pytorch_model-00002-of-00002.bin",
                        INDEX);
        assertThat(values(out)).containsExactly(2f, 4f);
    }

    @Test
    void aSavedPlanKeepsTheSetting() throws IOException {
        Path plan = folder.resolve("plan.json");
        CliRun.of("plan", a, b, "--out", out + "?weights=pytorch", "--save", plan);

        CliRun merge = CliRun.of("merge", "--plan", plan);

        assertThat(merge.err()).isEmpty();
        assertThat(files(out)).containsExactly("config.json", "pytorch_model.bin");
        assertThat(values(out)).containsExactly(2f, 4f);
    }

    @Test
    void aMergeInPlaceKeepsTheKindOfTheFiles() throws IOException {
        CliRun.of("convert", a, "--out", out + "?weights=pytorch", "--shard-size", "1MB");

        CliRun merge = CliRun.of("merge", out, b, "--in-place", "--shard-size", "1MB");

        assertThat(merge.err()).isEmpty();
        assertThat(files(out)).contains(INDEX).noneMatch(name -> name.contains("safetensors"));
        assertThat(values(out)).containsExactly(2f, 4f);
    }

    @Test
    void anExistingDirectoryIsReplacedOnlyIfThatIsAllowed() throws IOException {
        Files.delete(b.resolve("config.json"));

        CliRun refused = CliRun.of("convert", a, "--out", b + "?weights=pytorch");
        CliRun allowed = CliRun.of("convert", a, "--out", b + "?weights=pytorch", "--overwrite");

        assertThat(refused.err()).contains("[OUTPUT_EXISTS]");
        assertThat(allowed.err()).isEmpty();
        assertThat(files(b)).containsExactly("config.json", "pytorch_model.bin");
        assertThat(values(b)).containsExactly(1f, 2f);
    }

    @Test
    void theyAreReadIntoSafetensorsUnlessAskedOtherwise() throws IOException {
        Path safetensors = folder.resolve("st");
        CliRun.of("convert", a, "--out", out + "?weights=pytorch");

        CliRun.of("convert", out, "--out", safetensors);

        assertThat(files(safetensors)).containsExactly("config.json", "model.safetensors");
    }

    private static CliRun run(String command, List<Object> arguments) {
        return CliRun.of(Stream.concat(Stream.of(command), arguments.stream()).toArray());
    }

    private Path model(String name, float x, float y) throws IOException {
        Path model = folder.resolve(name);
        new TensorFile()
                .with("x", many(x))
                .with("y", many(y))
                .write(model.resolve("model.safetensors"));
        Files.writeString(model.resolve("config.json"), "{}");
        return model;
    }

    // More than half a megabyte, so that two need two shards.
    private static float[] many(float number) {
        float[] numbers = new float[150_000];
        Arrays.fill(numbers, number);
        return numbers;
    }

    /** The first number of x and of y, as a conversion to safetensors has it. */
    private List<Float> values(Path model) throws IOException {
        Path copy = folder.resolve("copy.safetensors");
        assertThat(CliRun.of("convert", model, "--out", copy, "--overwrite").err()).isEmpty();
        return List.of(TensorFile.read(copy, "x")[0], TensorFile.read(copy, "y")[0]);
    }

    private static List<String> files(Path model) throws IOException {
        try (Stream<Path> files = Files.list(model)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
