package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class DemoCommandTest {

    @Test
    void theDemoShowsWhatItDoesAndWhereTheFilesAre() throws IOException {
        CliRun run = CliRun.of("demo");

        assertThat(run.err())
                .isEqualTo(
                        """
                        not merged, or not from all models:
                          1 parameter has no floating-point type and is copied from the base: position_ids (I64)
                          1 parameter is excluded and copied from the base: head.weight
                        """);
        assertThat(run.status()).isZero();
        Matcher end = Pattern.compile("are in (.*)\n$").matcher(run.out());
        assertThat(end.find()).isTrue();
        Path folder = Path.of(end.group(1));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "red.safetensors",
                            "green.safetensors",
                            "blue.safetensors",
                            "merged.safetensors",
                            "lineage.json");
        }
        // The first numbers are 0, 1 and 2: (3*0 + 2*1 + 1*2) / 6 is 2/3, and they rise by 1/4.
        assertThat(TensorFile.read(folder.resolve("merged.safetensors"), "embedding.weight"))
                .startsWith((float) (4.0 / 6), (float) (4.0 / 6 + 0.25));
        String shown =
                run.out()
                        .replaceAll("up to .* of memory", "up to <size> of memory")
                        .replaceAll("[0-9a-f]{64}", "<digest>")
                        .replaceAll("\"origin\": \"[^\"]*\"", "\"origin\": \"<origin>\"")
                        .replaceAll("\"version\": \"[^\"]*\"", "\"version\": \"<version>\"")
                        .replaceAll(
                                "[0-9.]+ s: (.* written), .*/s, peak memory .*",
                                "<time>: $1, <rate>, peak memory <size>");
        GoldenFiles.check("demo", shown.replace(folder.toString(), "<dir>"));
    }
}
