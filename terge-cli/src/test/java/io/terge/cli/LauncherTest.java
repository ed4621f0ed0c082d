package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The script {@code ./terge}, in a project that is built already, with a JDK that only tells. */
class LauncherTest {

    private static final Path BASH = Path.of("/bin/bash");

    /**
     * Prints its arguments, one a line, and makes the archive that it is asked for; the two lines
     * of its standard error are the JVM's.
     */
    private static final String JAVA =
            """
            #!/bin/bash
            printf '%s\\n' "$@"
            for word; do
                [[ $word != -XX:AOTCacheOutput=* ]] || echo made >"${word#*=}"
            done
            echo 'WARNING: Using incubator modules: jdk.incubator.vector' >&2
            printf 'a word of the JVM' >&2
            """;

    @TempDir Path folder;
    private Path project = Path.of("");
    private Path jdk = Path.of("");

    @BeforeEach
    void makeProject() throws IOException {
        assumeTrue(Files.isExecutable(BASH), "There is no bash");
        project = Files.createDirectories(folder.resolve("a project"));
        Files.copy(Path.of("..", "terge"), project.resolve("terge"));
        Path target = Files.createDirectories(project.resolve("terge-cli/target"));
        Files.createDirectories(project.resolve("terge-cli/src/main"));
        Files.writeString(project.resolve("pom.xml"), "");
        Files.writeString(project.resolve("terge-cli/pom.xml"), "");
        Files.createDirectories(target.resolve("lib"));
        Files.writeString(target.resolve("terge-cli-1.jar"), "");
        Files.writeString(target.resolve("terge.aot"), "");
        Files.writeString(target.resolve("terge-vector.aot"), "");
        Files.writeString(target.resolve("terge.built"), "");
        jdk = Files.createDirectories(folder.resolve("jdk"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
        Files.createDirectories(jdk.resolve("bin"));
        for (String tool : List.of("java", "javac")) {
            Path file = Files.writeString(jdk.resolve("bin").resolve(tool), JAVA);
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
    }

    // In MiB, of the limit and 32 MB, rounded up; 48 to 16 Mi.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    merge a b                             | 519
                    plan a b                              | 519
                    merge a b --max-memory 64MB           | 92
                    merge a b --max-memory=64MB --out c   | 92
                    merge a b --max-memory 64mib          | 95
                    merge a b --max-memory 1.5GB          | 1462
                    merge a b --max-memory 0.25GiB        | 287
                    merge a b --max-memory 2TiB           | 2097183
                    merge a b --max-memory 1000           | 48
                    merge a b --max-memory 2000000000     | 1938
                    merge a b --max-memory 4096000KB      | 3937
                    merge a b --max-memory 1000TB         | 16777216
                    merge a b --max-memory 999999999TiB   | 16777216
                    merge a b --max-memory 08KB           | 48
                    merge a b --max-memory much           | 519
                    merge a b --max-memory                | 519
                    """)
    void theHeapHasTheSizeOfTheLimit(String words, int mebibytes) throws Exception {
        assertThat(run("", words.split(" "))).contains("-Xmx" + mebibytes + "m");
    }

    @Test
    void argumentsAndOptionsOfTheUserComeLast() throws Exception {
        List<String> lines = run("-Xmx9m -Da=b", "merge", "a b", "--max-memory", "64MB");

        assertThat(lines.indexOf("-Xmx9m")).isGreaterThan(lines.indexOf("-Xmx92m")).isPositive();
        assertThat(lines)
                .endsWith("io.terge.cli.Main", "merge", "a b", "--max-memory", "64MB")
                .contains("-Da=b");
    }

    @Test
    void smallMergesStartFromTheArchive() throws Exception {
        Path model = Files.writeString(folder.resolve("a.safetensors"), "small");

        assertThat(run("", "merge", model.toString(), "no such file"))
                .contains("-XX:AOTCache=" + project.resolve("terge-cli/target/terge.aot"))
                .contains("-XX:TieredStopAtLevel=1")
                .doesNotContain("jdk.incubator.vector");
    }

    @Test
    void archivesAreMadeAnewWhenMavenHasWrittenTheJars() throws Exception {
        Path target = project.resolve("terge-cli/target");
        Path archive = target.resolve("terge.aot");
        run("", "--version");
        assertThat(archive).isEmptyFile();
        FileTime later =
                FileTime.from(Files.getLastModifiedTime(archive).toInstant().plusSeconds(9));
        Files.setLastModifiedTime(target.resolve("terge-cli-1.jar"), later);

        assertThat(run("", "--version")).contains("-XX:AOTCache=" + archive);
        assertThat(archive).hasContent("made");
        assertThat(target.resolve("terge-vector.aot")).hasContent("made");
    }

    @Test
    void largeMergesGetVectorsWithoutTheWarning() throws Exception {
        Path model = Files.createDirectories(folder.resolve("model"));
        for (String name : List.of("1.safetensors", "2.safetensors")) {
            try (RandomAccessFile file = new RandomAccessFile(model.resolve(name).toFile(), "rw")) {
                file.setLength(24_000_000_000L); // A hole, on most file systems.
            }
        }
        Path errors = folder.resolve("errors");

        List<String> lines = run(errors, "", "merge", model.toString());

        assertThat(lines)
                .containsSubsequence("--add-modules", "jdk.incubator.vector")
                .contains("-XX:AOTCache=" + project.resolve("terge-cli/target/terge-vector.aot"))
                .doesNotContain("-XX:TieredStopAtLevel=1");
        // What passes the words on is a process of its own, and may end a moment later.
        assertThat(lines).contains("-Dterge.stderr=/dev/fd/3");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (Files.size(errors) == 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(errors).hasContent("a word of the JVM\n");
        assertThat(run("", "plan", model.toString())).doesNotContain("jdk.incubator.vector");
    }

    @Test
    void aSavedPlanSaysHowLargeTheMergeIs() throws Exception {
        Path large = Files.writeString(folder.resolve("large plan.json"), plan("24000000000"));
        Path small = Files.writeString(folder.resolve("small.json"), plan("23999999999"));
        Path broken = Files.writeString(folder.resolve("broken.json"), plan("many"));

        assertThat(run("", "merge", "--plan", large.toString())).contains("jdk.incubator.vector");
        assertThat(run("", "merge", "--plan=" + large)).contains("jdk.incubator.vector");
        assertThat(run("", "merge", "--plan", small.toString()))
                .doesNotContain("jdk.incubator.vector", "-XX:TieredStopAtLevel=1");
        assertThat(run("", "merge", "--plan", broken.toString()))
                .contains("-XX:TieredStopAtLevel=1");
        assertThat(run("", "merge", "--plan")).contains("-XX:TieredStopAtLevel=1");
        assertThat(run("", "plan", "--plan", large.toString()))
                .doesNotContain("jdk.incubator.vector");
    }

    @Test
    void modelsOfARecipeSayHowLargeTheMergeIs() throws Exception {
        Path model = Files.createDirectories(folder.resolve("models/large"));
        Path weights = model.resolve("model.safetensors");
        try (RandomAccessFile file = new RandomAccessFile(weights.toFile(), "rw")) {
            file.setLength(24_000_000_000L);
        }
        Path recipes = Files.createDirectories(folder.resolve("recipes"));
        Path recipe = recipes.resolve("recipe.yml");

        Files.writeString(recipe, "models:\n  - ../models/large\n  - {path: ./other}\n");
        assertThat(run("", "merge", recipe.toString())).contains("jdk.incubator.vector");
        Files.writeString(recipe, "{\"models\": [\"" + weights + "\"]}");
        assertThat(run("", "run", recipe.toString())).contains("jdk.incubator.vector");
        Files.writeString(recipe, "models: [missing]\n");
        assertThat(run("", "merge", recipe.toString()))
                .doesNotContain("jdk.incubator.vector", "-XX:TieredStopAtLevel=1");
    }

    @Test
    void aCheckoutThatCannotBeWrittenRunsWhatIsBuilt() throws Exception {
        Files.writeString(project.resolve("target"), "not a directory");
        Path errors = folder.resolve("errors");
        Path jar = project.resolve("terge-cli/target/terge-cli-1.jar");
        Files.setLastModifiedTime(jar, inFuture());
        assertThat(run(errors, "", "--version")).endsWith("--version");
        assertThat(errors).content().doesNotContain("warning: ", "mkdir");
        Files.setLastModifiedTime(project.resolve("pom.xml"), inFuture());

        assertThat(run(errors, "", "--version")).endsWith("--version");
        assertThat(errors).content().startsWith("warning: terge is older than its sources; ");
        Files.delete(project.resolve("terge-cli/target/terge.built"));
        assertThat(failure())
                .startsWith("error: terge is not built, and cannot be built here: " + project)
                .contains("error: Build it as a user who can write there");
    }

    @Test
    void jarsOfSourcesAreNotRun() throws Exception {
        Path target = project.resolve("terge-cli/target");
        Files.writeString(target.resolve("terge-cli-1-sources.jar"), "");
        Files.writeString(target.resolve("terge-cli-1-javadoc.jar"), "");

        assertThat(run("", "--version"))
                .contains(target.resolve("terge-cli-1.jar") + ":" + target.resolve("lib/*"));
    }

    @Test
    void whatIsWrongWithTheJdkIsTold() throws Exception {
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.2\"\n");
        String wrong = "error: TERGE_JAVA_HOME is not a JDK 25 or newer: " + jdk;
        assertThat(failure()).isEqualTo(wrong + " (its version is 17.0.2)\n");
        Files.delete(jdk.resolve("bin/javac"));
        assertThat(failure()).isEqualTo(wrong + " (bin/java or bin/javac is missing in it)\n");
        jdk = folder.resolve("no jdk");
        assertThat(failure()).endsWith(jdk + " (there is no such directory)\n");
    }

    @Test
    void aColonInThePathIsTold() throws Exception {
        project = Files.move(project, folder.resolve("a:b"));
        assertThat(failure())
                .startsWith("error: terge cannot run from a path that contains a colon: ");
    }

    private static FileTime inFuture() {
        return FileTime.fromMillis(System.currentTimeMillis() + 9_000);
    }

    private String failure() throws Exception {
        Process process = launcher("", "--version").start();
        assertThat(process.waitFor()).isEqualTo(1);
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String plan(String bytesRead) {
        return """
        {
          "format": "terge-plan",
          "totals": {
            "parameters": 1,
            "bytesReadOnce": %s,
            "bytesRead": 99000000000,
            "bytesWritten": 7
          },
          "parameters": [
            {"name": "w", "bytesRead": 5000000000}
          ]
        }
        """
                .formatted(bytesRead);
    }

    private List<String> run(String options, String... words) throws Exception {
        return run(folder.resolve("errors"), options, words);
    }

    private List<String> run(Path errors, String options, String... words) throws Exception {
        Process process = launcher(options, words).redirectError(errors.toFile()).start();
        List<String> lines = process.inputReader().readAllLines();
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return lines;
    }

    private ProcessBuilder launcher(String options, String... words) {
        ProcessBuilder launcher =
                new ProcessBuilder(BASH.toString(), project.resolve("terge").toString());
        launcher.command().addAll(Arrays.asList(words));
        launcher.environment().put("TERGE_JAVA_HOME", jdk.toString());
        launcher.environment().put("TERGE_JAVA_OPTS", options);
        return launcher;
    }
}
