package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import static java.util.Objects.requireNonNull;

import io.terge.api.Lineage;
import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.MergeReport;
import io.terge.api.MergeRequest;
import io.terge.api.Merger;
import io.terge.engine.Terge;
import io.terge.error.TergeException;
import io.terge.json.LineageJson;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

class ResultFileTest {

    @TempDir Path folder;
    private Path a = Path.of("");
    private Path b = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        a = new TensorFile().with("x", 1).write(folder.resolve("a.safetensors"));
        b = new TensorFile().with("x", 2).write(folder.resolve("b.safetensors"));
    }

    @Test
    void theLineageIsWrittenAndNothingElse() throws IOException {
        Path out = folder.resolve("out.safetensors");
        Path lineage = folder.resolve("lineage.json");

        CliRun run =
                CliRun.of("merge", a, b, "--out", out, "--lineage", lineage, "--weights", "1,3");

        assertThat(run.status()).isZero();
        Lineage.ParameterLineage x = LineageJson.read(lineage).parameters().get("x");
        assertThat(requireNonNull(x).method()).isEqualTo("arithmetic");
        assertThat(x.contributions())
                .extracting(
                        Lineage.Contribution::model,
                        Lineage.Contribution::weight,
                        Lineage.Contribution::coefficient)
                .containsExactly(
                        tuple(0, 0.25, OptionalDouble.of(0.25)),
                        tuple(1, 0.75, OptionalDouble.of(0.75)));
        assertThat(FolderState.of(folder))
                .containsOnlyKeys(
                        "", "a.safetensors", "b.safetensors", "lineage.json", "out.safetensors");
    }

    @Test
    void theLineageMayBeInTheDirectoryThatTheMergeMakes() throws IOException {
        Path out = folder.resolve("out");

        CliRun run =
                CliRun.of("merge", a, b, "--out", out, "--lineage", out.resolve("lineage.json"));

        assertThat(run.status()).isZero();
        assertThat(FolderState.of(out)).containsOnlyKeys("", "model.safetensors", "lineage.json");
    }

    @Test
    void aFileIsReplacedOnlyWithLeave() throws IOException {
        Path lineage = Files.writeString(folder.resolve("lineage.json"), "old");
        Path out = folder.resolve("out.safetensors");

        checkRejected("lineage-exists", 3, a, b, "--out", out, "--lineage", lineage);

        CliRun run = CliRun.of("merge", a, b, "--out", out, "--lineage", lineage, "--overwrite");
        assertThat(run.status()).isZero();
        assertThat(Files.readString(lineage)).startsWith("{");
    }

    @Test
    void aModelIsNeverReplacedByALineage() throws IOException {
        Path out = folder.resolve("out.safetensors");

        checkRejected("lineage-over-model", 3, a, b, "--out", out, "--lineage", b, "--overwrite");
        checkRejected("lineage-over-output", 4, a, b, "--out", out, "--lineage", out);
    }

    @Test
    void aFileOfTheMergedModelIsNeverReplacedByALineage() throws IOException {
        Path model = Files.createDirectory(folder.resolve("model"));
        Files.move(a, model.resolve("model.safetensors"));
        Files.writeString(model.resolve("config.json"), "{}");
        Path out = folder.resolve("out");
        Path weights = out.resolve("model.safetensors");
        Path config = out.resolve("config.json");

        checkRejected("lineage-over-weights", 4, model, b, "--out", out, "--lineage", weights);
        checkRejected("lineage-over-config", 4, model, b, "--out", out, "--lineage", config);
    }

    @Test
    void theLineageOfTheBaseIsReplacedByThatOfTheOutput() throws IOException {
        Path once = folder.resolve("once");
        Path twice = folder.resolve("twice");
        CliRun.of("merge", a, b, "--out", once, "--lineage", once.resolve("lineage.json"));

        Path lineage = twice.resolve("lineage.json");
        CliRun run = CliRun.of("merge", once, b, "--out", twice, "--lineage", lineage);

        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(lineage)).contains("once");
    }

    @Test
    void nothingOfALineageBesideTheBaseGetsIntoTheOutput() throws IOException {
        Path model = Files.createDirectory(folder.resolve("model"));
        Files.move(a, model.resolve("model.safetensors"));
        Path out = folder.resolve("out");

        CliRun run =
                CliRun.of("merge", model, b, "--out", out, "--lineage", model.resolve("how.json"));

        assertThat(run.status()).isZero();
        assertThat(FolderState.of(out)).containsOnlyKeys("", "model.safetensors");
        assertThat(FolderState.of(model)).containsOnlyKeys("", "model.safetensors", "how.json");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsFoundBeforeTheMerge() throws IOException {
        Path out = folder.resolve("out.safetensors");

        Path nowhere = folder.resolve("no/lineage.json");
        checkRejected("lineage-nowhere", 4, a, b, "--out", out, "--lineage", nowhere);
        checkRejected("lineage-is-folder", 4, a, b, "--out", out, "--lineage", folder);
        Path belowFile = a.resolve("lineage.json");
        checkRejected("lineage-below-file", 4, a, b, "--out", out, "--lineage", belowFile);
        Path within = folder.resolve("out/deeper/lineage.json");
        Path outFolder = folder.resolve("out");
        checkRejected("lineage-within-output", 4, a, b, "--out", outFolder, "--lineage", within);
    }

    @Test
    void aLineageThatCannotBePutAtItsPlaceLeavesNothing() throws IOException {
        Path place = folder.resolve("how.json");
        MergeRequest request =
                MergeRequest.builder()
                        .model(a)
                        .model(b)
                        .to(folder.resolve("out.safetensors"))
                        .build();
        Merger merger = Terge.create();
        MergePlan plan = merger.plan(request);
        ResultFile file = ResultFile.tried(ResultKind.LINEAGE, Optional.of(place), plan, false);
        MergeReport report = merger.merge(plan, MergeListener.none());
        Files.createDirectories(place.resolve("taken meanwhile"));

        assertThatThrownBy(() -> file.write(path -> LineageJson.write(report.lineage(), path)))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("[CANNOT_WRITE]")
                .hasMessageContaining("only the lineage is missing");
        assertThat(FolderState.of(folder).keySet()).noneMatch(name -> name.contains(".terge-"));
    }

    @Test
    void aPlaceThatTheSystemRefusesIsFoundBeforeTheMerge() throws IOException {
        SortedMap<String, String> before = FolderState.of(folder);
        Path out = folder.resolve("out.safetensors");

        // A folder in which not even an administrator can make anything.
        CliRun run = CliRun.of("merge", a, b, "--out", out, "--lineage", "/proc/lineage.json");

        assertThat(run.status()).isEqualTo(4);
        assertThat(run.err())
                .contains("[CANNOT_WRITE]", "/proc/lineage.json", "nothing was merged");
        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @Test
    void aPlanChecksThePlaceToo() throws IOException {
        SortedMap<String, String> before = FolderState.of(folder);

        CliRun run = CliRun.of("plan", a, b, "--lineage", folder.resolve("no/lineage.json"));

        assertThat(run.status()).isEqualTo(4);
        assertThat(run.err()).contains("[CANNOT_WRITE]");
        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @Test
    void theReportTellsWhatTheMergeDidAndTook() throws IOException {
        Path out = folder.resolve("out.safetensors");
        Path report = folder.resolve("report.json");

        CliRun run =
                CliRun.of(
                        "merge",
                        a,
                        b,
                        "--out",
                        out,
                        "--json-report",
                        report,
                        "--threads",
                        3,
                        "--max-memory",
                        "64MiB",
                        "--exclude",
                        "nothing");

        assertThat(run.status()).isZero();
        GoldenFiles.check(
                "json-report",
                Files.readString(report)
                        .replace(System.lineSeparator(), "\n")
                        .replace(folder.toString(), "<dir>")
                        .replaceAll(
                                "(\"(seconds|bytesPerSecond|peakMemoryBytes)\": )[0-9.E-]+",
                                "$1<number>"));
        assertThat(JsonNumbers.read(report, "peakMemoryBytes")).isGreaterThan(1_000_000);
        assertThat(JsonNumbers.read(report, "bytesPerSecond")).isPositive();
        assertThat(FolderState.of(folder))
                .containsOnlyKeys(
                        "", "a.safetensors", "b.safetensors", "out.safetensors", "report.json");
    }

    @Test
    void theReportHasTheSameCareAsTheLineage() throws IOException {
        Path report = Files.writeString(folder.resolve("report.json"), "old");
        Path out = folder.resolve("out.safetensors");

        checkRejected("report-exists", 3, a, b, "--out", out, "--json-report", report);
        checkRejected("report-over-model", 3, a, b, "--out", out, "--json-report", b);
        Path nowhere = folder.resolve("no/report.json");
        checkRejected("report-nowhere", 4, a, b, "--out", out, "--json-report", nowhere);
        assertThat(CliRun.of("plan", a, b, "--json-report", nowhere))
                .returns(4, CliRun::status)
                .extracting(CliRun::err)
                .asString()
                .contains("[CANNOT_WRITE]", "report");

        Object[] words = {"merge", a, b, "--out", out, "--json-report", report, "--overwrite"};
        assertThat(CliRun.of(words).status()).isZero();
        assertThat(Files.readString(report)).startsWith("{");
    }

    @Test
    void theReportOfTheBaseIsReplacedByThatOfTheOutput() throws IOException {
        Path once = folder.resolve("once");
        Path twice = folder.resolve("twice");
        CliRun.of("merge", a, b, "--out", once, "--json-report", once.resolve("r.json"));

        Path report = twice.resolve("r.json");
        CliRun run = CliRun.of("merge", once, b, "--out", twice, "--json-report", report);

        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(report)).contains("twice").doesNotContain("once");
    }

    private void checkRejected(String golden, int status, Object... words) throws IOException {
        SortedMap<String, String> before = FolderState.of(folder);
        Object[] all = new Object[words.length + 1];
        all[0] = "merge";
        System.arraycopy(words, 0, all, 1, words.length);

        CliRun run = CliRun.of(all);

        GoldenFiles.check(golden, run.transcript(folder));
        assertThat(run.status()).isEqualTo(status);
        assertThat(FolderState.of(folder)).isEqualTo(before);
    }
}
