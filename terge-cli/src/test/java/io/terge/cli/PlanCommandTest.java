package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.terge.api.Action;
import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.json.PlanJson;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

class PlanCommandTest {

    @TempDir Path folder;
    private Path a = Path.of("");
    private Path b = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        a = model("a").with("only.in.a", 1, 2, 3).write(folder.resolve("a.safetensors"));
        b = model("b").write(folder.resolve("b.safetensors"));
    }

    @Test
    void everyDecisionIsShownWithTheTotals() throws IOException {
        SortedMap<String, String> before = FolderState.of(folder);

        CliRun run =
                CliRun.of(
                        "plan",
                        a,
                        b,
                        "--weights",
                        "1,2",
                        "--exclude",
                        "glob:**.bias",
                        "--dtype",
                        "f64",
                        "--out",
                        folder.resolve("out"),
                        "--shard-size",
                        "5GB",
                        "--threads",
                        2);

        GoldenFiles.check("plan", run.transcript(folder));
        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @Test
    void thePlanIsJsonForPrograms() throws IOException {
        CliRun run =
                CliRun.of(
                        "plan",
                        a,
                        b,
                        "--weights",
                        "1,2",
                        "--exclude",
                        "glob:**.bias",
                        "--include",
                        "glob:none",
                        "--include",
                        "glob:**",
                        "--base",
                        b,
                        "--json",
                        "--lineage",
                        folder.resolve("l.json"),
                        "--progress",
                        "never",
                        "--threads",
                        2);

        assertThat(run.status()).isZero();
        assertThat(run.err()).startsWith("warning: [SELECTOR_MATCHES_NOTHING] ");
        MergePlan plan = PlanJson.read(Files.writeString(folder.resolve("p.json"), run.out()));
        assertThat(plan.models())
                .extracting(use -> use.reference().describe(), ModelUse::adapter)
                .containsExactly(
                        tuple(a.toString(), "safetensors"), tuple(b.toString(), "safetensors"));
        assertThat(plan.base()).isEqualTo(1);
        assertThat(plan.output()).isEmpty();
        assertThat(plan.parameters())
                .extracting(p -> p.output().name(), p -> p.output().dtype().name(), this::action)
                .containsExactly(
                        tuple("layer.weight", "F32", "arithmetic {} [0, 1] BLOCK 1"),
                        tuple("layer.bias", "F32", "EXCLUDED of 1"),
                        tuple("layer.mask", "BOOL", "NOT_FLOATING of 1"));
        assertThat(plan.bytesRead()).isEqualTo(42);
        assertThat(plan.bytesWritten()).isEqualTo(26);
        assertThat(plan.memoryBytes()).isPositive();
        assertThat(plan.warnings())
                .extracting(Problem::code)
                .containsExactly(
                        TergeCode.SELECTOR_MATCHES_NOTHING, TergeCode.PARAMETERS_NOT_MERGED);
    }

    @Test
    void aBaseThatIsOneOfTheModelsByAnyPathIsThatModel() {
        CliRun run = CliRun.of("plan", a, b, "--base", b);

        assertThat(run.out()).contains("\nbase     model 1\n");
    }

    @Test
    void aPlanWithoutAnOutputIsShown() {
        CliRun run = CliRun.of("plan", a, b);

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("model 0").doesNotContain("\noutput ");
    }

    private String action(ParameterPlan parameter) {
        return switch (parameter.action()) {
            case Action.Merge merge ->
                    "%s %s %s %s %d"
                            .formatted(
                                    merge.method(),
                                    merge.options(),
                                    merge.inputs().stream().map(Operand::model).toList(),
                                    merge.extent(),
                                    merge.passes());
            case Action.Copy(Operand from, Action.Reason reason) -> reason + " of " + from.model();
            case Action.Tied(String to) -> "tied to " + to;
        };
    }

    private static TensorFile model(String name) {
        return new TensorFile()
                .with("layer.weight", 1, 2, 3, 4)
                .with("layer.bias", 1, 2)
                .add("layer.mask", "BOOL", "[2]", new byte[2])
                .entry("\"__metadata__\":{\"name\":\"" + name + "\"}");
    }
}
