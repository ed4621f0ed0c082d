package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;

class HostileModelsTest {

    @TempDir Path folder;

    static Set<String> models() {
        return HostileModels.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aBadModelIsRejectedAndNothingIsWritten(String name) throws IOException {
        Path good = new TensorFile().with("x", 1, 2).write(folder.resolve("good.safetensors"));
        Path bad = requireNonNull(HostileModels.all().get(name)).write(folder);
        SortedMap<String, String> before = FolderState.of(folder);

        CliRun merge =
                CliRun.of(
                        "merge",
                        good,
                        bad,
                        "--out",
                        folder.resolve("out"),
                        "--lineage",
                        folder.resolve("lineage.json"));
        CliRun inspect = CliRun.of("inspect", bad);
        CliRun inPlace = CliRun.of("merge", bad, good, "--in-place");

        assertThat(merge.out()).isEmpty();
        assertThat(merge.err()).contains("[").contains(bad.toString());
        GoldenFiles.check("hostile/" + name, merge.transcript(folder));
        assertThat(merge.status()).isIn(3, 4);
        assertThat(inspect.status()).isEqualTo(merge.status());
        assertThat(inPlace.status()).isEqualTo(merge.status());
        assertThat(FolderState.of(folder)).isEqualTo(before);
    }
}
