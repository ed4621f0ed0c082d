package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The card of a base is not passed off as that of what is merged from it. */
class ModelCardTest {

    private static final String CARD = "---\nlicense: mit\n---\n# The best model\n";

    @TempDir private Path folder;
    private Path base = Path.of("");
    private Path other = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        base = model("base", 1);
        other = model("other", 3);
        out = folder.resolve("out");
        write(base, "README.md", CARD);
        write(base, "LICENSE", "MIT");
    }

    @Test
    void aMergeHasACardOfItsOwn() throws IOException {
        CliRun run = CliRun.of("merge", base, other, "--out", out, "--weights", "1,3");

        assertThat(run.err()).isEmpty();
        assertThat(read("README.md"))
                .isEqualTo(
                        """
                        ---
                        license: other
                        tags:
                        - merge
                        - terge
                        ---

                        # Merge of `base`, `other`

                        This model was merged from 2 models with terge.

                        | model | weight | licence |
                        |---|---|---|
                        | `base` (base) | 0.25 | `mit` |
                        | `other` | 0.75 | unknown |

                        1 parameter: method `arithmetic`.

                        Stored as F32.

                        The licences of all models apply to the merged model.
                        """);
        assertThat(read("LICENSE")).isEqualTo("MIT");
    }

    @Test
    void aPlanListsItAndItsRunWritesTheSame() throws IOException {
        Path plan = folder.resolve("plan.json");
        CliRun.of("merge", base, other, "--out", out);
        String direct = read("README.md");

        CliRun planned =
                CliRun.of("plan", base, other, "--out", out, "--overwrite", "--save", plan);
        CliRun run = CliRun.of("merge", "--plan", plan);

        assertThat(planned.out()).contains("1 written (README.md)");
        assertThat(run.err()).isEmpty();
        assertThat(read("README.md")).isEqualTo(direct);
    }

    @Test
    void noneIsWrittenIfNoneIsWanted() throws IOException {
        CliRun run = CliRun.of("merge", base, other, "--out", out, "--no-card");

        assertThat(run.err()).isEmpty();
        assertThat(out.resolve("README.md")).doesNotExist();
        assertThat(read("LICENSE")).isEqualTo("MIT");
    }

    @Test
    void theRequestForNoneIsNotPartOfTheOutputsName() throws IOException {
        Path report = folder.resolve("report.json");
        Path lineage = folder.resolve("lineage.json");
        Object[] command = {"merge", base, other, "--out", out, "--no-card", "--copy", "onnx/*"};
        CliRun run =
                CliRun.of(
                        "merge",
                        base,
                        other,
                        "--out",
                        out,
                        "--no-card",
                        "--copy",
                        "onnx/*",
                        "--json-report",
                        report,
                        "--lineage",
                        lineage);
        CliRun again = CliRun.of(command);
        CliRun plan = CliRun.of("plan", base, other, "--out", folder.resolve("new"), "--no-card");

        assertThat(run.out()).contains(out + ": 1 parameter merged");
        assertThat(Files.readString(report)).contains("\"output\": \"" + out + "\"");
        assertThat(run.out() + plan.out() + Files.readString(lineage))
                .doesNotContain("card=no", "copy=");
        assertThat(again.err()).contains(out.toString()).doesNotContain("card=no", "copy=");
    }

    @Test
    void aFileHasNone() {
        Path file = folder.resolve("out.safetensors");

        CliRun run = CliRun.of("merge", base, other, "--out", file, "--no-card");

        assertThat(run.err()).isEmpty();
        assertThat(file).exists();
    }

    @Test
    void companionsCannotBeCopiedToAFile() {
        Path file = folder.resolve("out.safetensors");

        CliRun run = CliRun.of("merge", base, other, "--out", file, "--copy", "onnx/*");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .contains(
                        "Adapter 'safetensors' cannot copy files of the base (--copy, in Java"
                                + " .copy(...)): the output "
                                + file
                                + " has no other files",
                        "fix: omit --copy, or choose a directory as the output")
                .doesNotContain("setting", "copy=");
    }

    @Test
    void thatOfTheBaseIsCopiedIfAskedFor() throws IOException {
        CliRun.of("merge", base, other, "--out", out, "--copy", "README.md");

        assertThat(read("README.md")).isEqualTo(CARD);
    }

    @Test
    void aReadmeThatIsNoCardIsCopied() throws IOException {
        write(base, "README.md", "# How to use it\n");

        CliRun.of("merge", base, other, "--out", out);

        assertThat(read("README.md")).isEqualTo("# How to use it\n");
    }

    @Test
    void aConvertedModelKeepsItsCard() throws IOException {
        CliRun.of("convert", base, "--out", out, "--dtype", "bf16");

        assertThat(read("README.md")).isEqualTo(CARD);
    }

    @Test
    void aModelThatIsMergedInPlaceKeepsItsCard() throws IOException {
        CliRun run = CliRun.of("merge", base, other, "--in-place");

        assertThat(run.status()).isZero();
        assertThat(base.resolve("README.md")).hasContent(CARD);
    }

    private Path model(String name, float value) throws IOException {
        Path directory = folder.resolve(name);
        new TensorFile().with("x", value).write(directory.resolve("model.safetensors"));
        write(directory, "config.json", "{}");
        return directory;
    }

    private static void write(Path directory, String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private String read(String name) throws IOException {
        return Files.readString(out.resolve(name));
    }
}
