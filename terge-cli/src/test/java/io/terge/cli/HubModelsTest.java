package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Models in the Hugging Face cache, in processes with an environment that names one. */
class HubModelsTest {

    private static final String FIRST = "aaaa0000".repeat(5);
    private static final String SECOND = "bbbb1111".repeat(5);

    @TempDir Path folder;
    private Path cache = Path.of("");

    @BeforeEach
    void downloadModels() throws IOException {
        cache = folder.resolve("hub");
        snapshot("models--org--a", FIRST, 1);
        snapshot("models--org--a", SECOND, 100);
        snapshot("models--org--b", SECOND, 5);
        main("models--org--a", FIRST);
        main("models--org--b", SECOND);
    }

    @Test
    void areMergedByNameAndRecordedByCommit() throws IOException, InterruptedException {
        String planned = run("plan", "org/a", "org/b@bbbb", "--out", "out", "--save", "plan.json");
        main("models--org--a", SECOND); // A later download.
        String merged = run("merge", "--plan", "plan.json", "--lineage", "lineage.json");

        assertThat(planned).contains("model 0  org/a@" + FIRST + " (hub)");
        assertThat(merged).contains("out: 1 parameter merged, 0 copied");
        assertThat(TensorFile.read(folder.resolve("out/model.safetensors"), "x"))
                .containsExactly(3);
        assertThat(folder.resolve("out/config.json")).hasContent("{}");
        assertThat(Files.readString(folder.resolve("lineage.json")))
                .contains("\"reference\": \"org/a@%s\"".formatted(FIRST))
                .contains("\"reference\": \"org/b@%s\"".formatted(SECOND));
    }

    @Test
    void areInspectedButNeverReplaced() throws IOException, InterruptedException {
        assertThat(run("inspect", "org/a"))
                .startsWith("org/a@" + FIRST + " (hub)\n")
                .contains("\nhub model     org/a@main\n", "\nweights       model.safetensors\n");
        assertThat(run("convert", "org/a", "--in-place", "--dtype", "bf16"))
                .contains("[OUTPUT_NOT_SUPPORTED] 'org/a' is in a Hugging Face cache");
        assertThat(folder.resolve("org")).doesNotExist();
        assertThat(run("inspect", "org/c"))
                .contains("[MODEL_NOT_FOUND]", "looked in: '%s'".formatted(cache))
                .contains("hf download org/c");
    }

    private String run(Object... words) throws IOException, InterruptedException {
        try (Child child = Child.start(folder, List.of("env", "HF_HUB_CACHE=" + cache), words)) {
            return child.rest();
        }
    }

    private void snapshot(String repository, String commit, float value) throws IOException {
        Path snapshot = cache.resolve(repository).resolve("snapshots").resolve(commit);
        new TensorFile().with("x", value).write(snapshot.resolve("model.safetensors"));
        Files.writeString(snapshot.resolve("config.json"), "{}");
    }

    private void main(String repository, String commit) throws IOException {
        Path refs = Files.createDirectories(cache.resolve(repository).resolve("refs"));
        Files.writeString(refs.resolve("main"), commit);
    }
}
