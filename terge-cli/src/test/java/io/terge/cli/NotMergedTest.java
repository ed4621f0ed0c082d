package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.Lineage;
import io.terge.json.LineageJson;
import io.terge.json.PlanJson;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is not merged is told wherever a merge is. */
class NotMergedTest {

    private static final Pattern RENAME = Pattern.compile("add --rename '([^']*)' \\(in Java ");

    @TempDir Path folder;
    private Path base = Path.of("");
    private Path old = Path.of("");
    private Path wide = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        base =
                new TensorFile()
                        .with("body.weight", 1, 2)
                        .with("body.bias", 1, 2)
                        .with("head.weight", 5)
                        .add("steps", "I64", "[]", new byte[8])
                        .write(folder.resolve("base.safetensors"));
        old =
                new TensorFile()
                        .with("body.weight", 3, 4)
                        .with("body.bias", 3, 4)
                        .with("extra.weight", 5)
                        .write(folder.resolve("old.safetensors"));
        wide =
                new TensorFile()
                        .with("body.weight", 5, 6)
                        .with("body.bias", 5, 6, 7)
                        .with("head.weight", 9)
                        .write(folder.resolve("wide.safetensors"));
        out = folder.resolve("out.safetensors");
    }

    @Test
    void aMergeTellsItAtItsEnd() {
        CliRun run = CliRun.of("merge", base, old, wide, "--out", out);

        GoldenFiles.check(
                "not-merged",
                run.transcript(folder)
                        .replaceAll("\\d+\\.\\d s: (.*), .*/s, peak .*", "<time>: $1, <figures>"));
    }

    @Test
    void aPlanTellsItAfterItsTotals() throws IOException {
        GoldenFiles.check("plan-not-merged", CliRun.of("plan", base, old, wide).transcript(folder));
        Path json = folder.resolve("plan.json");
        Files.writeString(json, CliRun.of("plan", base, old, wide, "--json").out());
        assertThat(PlanJson.read(json).omissions()).hasSize(4);
    }

    @Test
    void theReportAndTheLineageTellIt() throws IOException {
        Path report = folder.resolve("report.json");
        Path lineage = folder.resolve("lineage.json");
        CliRun run =
                CliRun.of(
                        "merge",
                        base,
                        old,
                        wide,
                        "--out",
                        out,
                        "--json-report",
                        report,
                        "--lineage",
                        lineage);

        assertThat(run.status()).isZero();
        assertThat(Files.readString(report))
                .contains("\"copied\": 1")
                .contains("\"cause\": \"MISSING_IN_MODEL\"", "\"effect\": \"RESCALED\"")
                .contains("\"detail\": \"[2] in the base, [3] in model 2\"")
                .contains(
                        "\"message\": \"1 parameter of model 1 is missing in the base and"
                                + " dropped\"")
                .contains("\"code\": \"PARAMETERS_NOT_MERGED\"");
        Lineage read = LineageJson.read(lineage);
        assertThat(read.omissions()).hasSize(4);
        assertThat(read.copied()).containsOnlyKeys("steps");
        assertThat(read.plugins()).extracting(plugin -> plugin.name()).contains("arithmetic");
        assertThat(read.models()).allMatch(model -> model.digest().length() == 64);
        assertThat(read.parameters().values()).allMatch(how -> how.dtype().isPresent());
    }

    @Test
    void aMergeOfNothingSaysSoFirstAndLast() throws IOException {
        Path other = new TensorFile().with("x", 1, 2, 3).write(folder.resolve("other.safetensors"));
        CliRun run = CliRun.of("merge", other, old, "--out", out);

        assertThat(run.status()).isZero();
        assertThat(run.err())
                .startsWith("warning: [NO_PARAMETERS_TO_MERGE] ")
                .contains("copied from the base: x\n", "dropped: body.weight, body.bias")
                .endsWith("warning: nothing was merged: " + out + " is a copy of the base\n");
        assertThat(CliRun.of("convert", old, "--out", folder.resolve("copy")).err()).isEmpty();
    }

    @Test
    void theRenameThatIsOfferedCanBePasted() throws IOException {
        Path prefixed =
                new TensorFile()
                        .with("m.body.weight", 1, 2)
                        .with("m.body.bias", 1, 2)
                        .with("head.weight", 5)
                        .write(folder.resolve("prefixed.safetensors"));
        Path plain =
                new TensorFile()
                        .with("body.weight", 1, 2)
                        .with("body.bias", 1, 2)
                        .with("head.weight", 5)
                        .write(folder.resolve("plain.safetensors"));
        assertPastedRenameMends(plain, prefixed);
        assertPastedRenameMends(prefixed, plain);
    }

    private void assertPastedRenameMends(Path one, Path two) {
        Matcher offered = RENAME.matcher(CliRun.of("plan", one, two).err());
        assertThat(offered.find()).isTrue();
        CliRun run =
                CliRun.of(
                        "merge",
                        one,
                        two,
                        "--rename",
                        offered.group(1),
                        "--strict",
                        "--out",
                        out,
                        "--overwrite");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains(": 3 parameters merged, 0 copied\n");
    }

    @Test
    void aStrictRequestIsRejectedForIt() throws IOException {
        for (String command : new String[] {"merge", "plan"}) {
            CliRun run = CliRun.of(command, base, old, wide, "--strict", "--out", out);
            assertThat(run.status()).isEqualTo(3);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .startsWith("error: Cannot merge into " + out + ": 2 problems, nothing was")
                    .contains("1) [PARAMETERS_NOT_MERGED] The base and model 1 (" + old)
                    .contains("2) [PARAMETERS_NOT_MERGED] The base and model 2 (" + wide);
        }
        Path plan = folder.resolve("plan.json");
        assertThat(CliRun.of("plan", base, old, "--out", out, "--save", plan).status()).isZero();
        CliRun saved = CliRun.of("merge", "--plan", plan, "--strict");
        assertThat(saved.status()).isEqualTo(3);
        assertThat(saved.err()).contains("[PARAMETERS_NOT_MERGED]");
        assertThat(out).doesNotExist();
        CliRun sound = CliRun.of("convert", base, "--strict", "--out", out);
        assertThat(sound.status()).isZero();
    }
}
