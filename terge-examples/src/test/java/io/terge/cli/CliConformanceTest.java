package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.error.TergeCode;
import io.terge.examples.conformance.ConformanceCase;
import io.terge.json.LineageJson;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class CliConformanceTest {

    @TempDir private Path directory;

    static List<ConformanceCase> cases() throws IOException, URISyntaxException {
        return ConformanceCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void mergesAsTheOriginalDoes(ConformanceCase example) throws IOException {
        Path out = directory.resolve("out.safetensors");
        Path lineage = directory.resolve("lineage.json");
        List<String> arguments = new ArrayList<>(example.arguments(out));
        arguments.addAll(List.of("--lineage", lineage.toString()));
        StringWriter errors = new StringWriter();
        int status = run(arguments, errors);
        if (example.error().isPresent()) {
            assertThat(status).isEqualTo(3);
            assertThat(errors.toString()).contains("[" + example.error().orElseThrow() + "]");
            assertThat(directory).isEmptyDirectory();
        } else {
            assertThat(status).as(errors.toString()).isZero();
            example.checkOutput(out);
            example.checkLineage(LineageJson.read(lineage));
            assertThat(errors.toString().contains("[" + TergeCode.NO_PARAMETERS_TO_MERGE + "]"))
                    .as(errors.toString())
                    .isEqualTo(example.warning().isPresent());
        }
    }

    private static int run(List<String> arguments, StringWriter errors) {
        PrintWriter out = new PrintWriter(new StringWriter());
        Terminal terminal = new Terminal(out, new PrintWriter(errors), () -> false);
        return new Cli(terminal).run(arguments.toArray(String[]::new));
    }
}
