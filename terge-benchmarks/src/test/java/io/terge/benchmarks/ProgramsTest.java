package io.terge.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

class ProgramsTest {

    @TempDir private Path folder = Path.of("");

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --rounds 0       | '0' is not a whole number of 1 or more
                    --rounds many    | 'many' is not a whole number of 1 or more
                    --models 1       | '1' is not a whole number of 2 or more
                    --threads -2     | '-2' is not a whole number of 1 or more
                    --warm-ups 0     | '0' is not a whole number of 1 or more
                    --parameters 0   | '0' is not above 0 and up to 1000
                    --parameters NaN | 'NaN' is not above 0 and up to 1000
                    --dtype bf16,i8  | expected one of [BF16, F16, F32] (case-insensitive) but was 'i8'
                    --method a:b     | 'a:b' is not METHOD:OPTION=VALUE,OPTION=VALUE
                    --skip tourch    | expected one of [PROCESS, TORCH, SINGLE] (case-insensitive)
                    """,
            quoteCharacter = '"')
    void wrongArgumentsAreToldBeforeAnythingIsMade(String arguments, String told) {
        assertThat(execute(new MergeThroughput(), arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(told);
    }

    @Test
    void kernelsAreThereForFloatingTypesOnly() {
        assertThat(execute(new KernelBenchmarks(), "--types", "f32,i8")).isEqualTo(2);
        assertThat(err.toString())
                .contains("'i8' is none of F64, F32, F16, BF16, F8_E4M3, F8_E5M2");
    }

    @Test
    void aLauncherThatIsNotThereIsToldInOneLineBeforeModelsAreMade() {
        Path models = folder.resolve("models");
        int status =
                execute(
                        new MergeThroughput(),
                        "--launcher",
                        folder.resolve("nowhere").toString(),
                        "--folder",
                        models.toString());
        assertThat(status).isEqualTo(1);
        assertThat(err.toString()).startsWith("error: ").contains("nowhere").hasLineCount(1);
        assertThat(models).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeMadeIsToldInOneLine() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        int status =
                execute(
                        new MergeThroughput(),
                        "--skip",
                        "process,torch",
                        "--parameters",
                        "0.001",
                        "--folder",
                        file.resolve("models").toString());
        assertThat(status).isEqualTo(1);
        assertThat(err.toString()).startsWith("error: ").contains(file.toString()).hasLineCount(1);
    }

    private int execute(Callable<Integer> program, String... arguments) {
        CommandLine line = Programs.commandLine(program).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
