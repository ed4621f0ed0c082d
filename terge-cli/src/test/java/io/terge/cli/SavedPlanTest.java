package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/** {@code plan --save}, and what is done with the file. */
class SavedPlanTest {

    private static final String FIRST =
            """
            public final class First extends io.terge.spi.method.ElementwiseMethod {
                public First() {
                    super("first", (values, weights) -> values[0]);
                }
            }
            """;

    @TempDir Path folder;
    @TempDir Path plugins;
    private Path a = Path.of("");
    private Path b = Path.of("");
    private Path out = Path.of("");
    private Path plan = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        a = model("a", 1, 2);
        b = model("b", 3, 6);
        out = folder.resolve("out.safetensors");
        plan = folder.resolve("plan.json");
    }

    @Test
    void aSavedPlanGivesTheBytesOfADirectMerge() throws IOException {
        Path direct = folder.resolve("direct.safetensors");
        Object[] how = {"--weights", "1,3", "--exclude", "x.bias", "--dtype", "bf16"};
        assertThat(CliRun.of(with(how, "merge", a, b, "--out", direct)).status()).isZero();
        SortedMap<String, String> before = FolderState.of(folder);

        CliRun saved = CliRun.of(with(how, "plan", a, b, "--out", out, "--save", plan));

        assertThat(saved.err()).isEmpty();
        assertThat(saved.status()).isZero();
        assertThat(Files.readString(plan)).startsWith("{");
        before.put("plan.json", FolderState.of(folder).get("plan.json"));
        assertThat(FolderState.of(folder)).isEqualTo(before);

        CliRun run = CliRun.of("merge", "--plan", plan);
        assertThat(run.err())
                .isEqualTo(
                        """
                        not merged, or not from all models:
                          1 parameter is excluded and copied from the base: x.bias
                        """);
        assertThat(run.out()).startsWith(out + ": 1 parameter merged, 1 copied\n");
        assertThat(run.status()).isZero();
        assertThat(out).hasSameBinaryContentAs(direct);
    }

    @Test
    void aSavedPlanMayReplaceTheBase() throws IOException {
        assertThat(CliRun.of("plan", a, b, "--in-place", "--save", plan).status()).isZero();

        assertThat(CliRun.of("merge", "--plan", plan).status()).isZero();

        assertThat(TensorFile.read(a, "x.weight")).containsExactly(2, 4);
    }

    @Test
    void aSavedPlanIsShownAsItWasMade() throws IOException {
        CliRun made = CliRun.of("plan", a, b, "--out", out, "--exclude", "no", "--save", plan);
        CliRun json = CliRun.of("plan", a, b, "--out", out, "--exclude", "no", "--json");

        assertThat(made.err()).startsWith("warning: [SELECTOR_MATCHES_NOTHING] ");
        assertThat(CliRun.of("plan", "--plan", plan)).isEqualTo(made);
        assertThat(CliRun.of("plan", "--plan", plan, "--json")).isEqualTo(json);
        assertThat(plan).content().isEqualToNormalizingNewlines(json.out());
    }

    @Test
    void resultFilesMayBeGivenWithASavedPlan() throws IOException {
        CliRun.of("plan", a, b, "--out", out, "--save", plan);
        Path lineage = Files.writeString(folder.resolve("lineage.json"), "old");
        Path report = folder.resolve("report.json");
        Object[] words = {"merge", "--plan", plan, "--lineage", lineage, "--json-report", report};

        CliRun refused = CliRun.of(words);
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.err()).contains("[OUTPUT_EXISTS]", "lineage");
        assertThat(out).doesNotExist();

        CliRun run =
                CliRun.of(
                        with(
                                new Object[] {"--overwrite", "--threads", 1, "--max-memory", "1MB"},
                                words));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(Files.readString(lineage)).contains("x.weight");
        assertThat(JsonNumbers.read(report, "threads")).isEqualTo(1);
    }

    @Test
    void aModelThatHasChangedIsRefused() throws IOException {
        CliRun.of("plan", a, b, "--out", out, "--save", plan);
        new TensorFile().with("x.weight", 3, 6).with("x.bias", -3, -6).with("y", 1).write(b);

        checkRefused("[MODEL_CHANGED]", b.toString());
    }

    @Test
    void aModelThatIsGoneIsRefused() throws IOException {
        CliRun.of("plan", a, b, "--out", out, "--save", plan);
        Files.delete(b);

        checkRefused("[MODEL_NOT_FOUND]", b.toString());
    }

    @Test
    void aPluginThatIsMissingIsRefused() throws IOException {
        PluginJar.make(plugins.resolve("first.jar"), MergeMethod.class, "First", FIRST);
        Object[] how = {"--method", "first", "--plugins", plugins};
        CliRun made = CliRun.of(with(how, "plan", a, b, "--out", out, "--save", plan));
        assertThat(made.err()).isEmpty();

        checkRefused("[PLUGIN_CHANGED]", "first");

        assertThat(CliRun.of("merge", "--plan", plan, "--plugins", plugins).status()).isZero();
        assertThat(TensorFile.read(out, "x.weight")).containsExactly(1, 2);
    }

    @Test
    void anOutputThatHasComeToExistIsNotReplaced() throws IOException {
        CliRun.of("plan", a, b, "--out", out, "--save", plan);
        CliRun.of("merge", b, a, "--base", "1", "--out", out);

        checkRefused("[OUTPUT_EXISTS]", out.toString());

        assertThat(CliRun.of("merge", "--plan", plan, "--overwrite").status()).isZero();
        assertThat(TensorFile.read(out, "x.weight")).containsExactly(2, 4);
    }

    @Test
    void whatIsNoPlanIsRefused() throws IOException {
        Files.writeString(plan, "{}");
        checkRefused("[INVALID_PLAN]", plan.toString());
        Files.writeString(plan, "no JSON");
        checkRefused("[INVALID_PLAN]", plan.toString());

        CliRun missing = CliRun.of("merge", "--plan", folder.resolve("gone.json"));
        assertThat(missing.status()).isEqualTo(4);
        assertThat(missing.err())
                .isEqualTo(
                        "error: [CANNOT_READ] Cannot read the plan in "
                                + folder.resolve("gone.json")
                                + ": no such file or directory\n");
    }

    @Test
    void aFileIsReplacedOnlyIfThatIsAllowed() throws IOException {
        Files.writeString(plan, "old");

        checkNotSaved("save-exists", 3, plan);

        Object[] words = {"plan", a, b, "--out", out, "--save", plan, "--overwrite"};
        assertThat(CliRun.of(words).status()).isZero();
        assertThat(Files.readString(plan)).startsWith("{");
    }

    @Test
    void aPlanIsNotSavedWhereTheMergeOrAModelIs() throws IOException {
        checkNotSaved("save-over-model", 3, b);
        out = folder.resolve("out");
        checkNotSaved("save-in-output", 4, out.resolve("plan.json"));
        checkNotSaved("save-nowhere", 4, folder.resolve("no/plan.json"));
    }

    private void checkRefused(String... texts) throws IOException {
        SortedMap<String, String> before = FolderState.of(folder);

        CliRun run = CliRun.of("merge", "--plan", plan);

        assertThat(run.err()).contains(texts);
        assertThat(run.status()).isEqualTo(3);
        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    private void checkNotSaved(String golden, int status, Path file) throws IOException {
        SortedMap<String, String> before = FolderState.of(folder);

        CliRun run = CliRun.of("plan", a, b, "--out", out, "--save", file);

        GoldenFiles.check(golden, run.transcript(folder));
        assertThat(run.status()).isEqualTo(status);
        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    private Path model(String name, float first, float second) throws IOException {
        return new TensorFile()
                .with("x.weight", first, second)
                .with("x.bias", -first, -second)
                .write(folder.resolve(name + ".safetensors"));
    }

    private static Object[] with(Object[] last, Object... first) {
        Object[] all = new Object[first.length + last.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(last, 0, all, first.length, last.length);
        return all;
    }
}
