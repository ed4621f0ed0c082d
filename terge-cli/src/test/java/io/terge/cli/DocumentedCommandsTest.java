package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.cli.CommandSession.Result;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Every command of every document runs. Those of Maven and of the benchmarks take minutes and are
 * tried by hand.
 */
class DocumentedCommandsTest {

    private static final Path PROJECT = Path.of("..");

    // Its plugin is in the jar of another module, whose tests run it.
    private static final String WITH_EXAMPLES = "ties-example";

    @TempDir private Path folder;

    @BeforeEach
    void makeWhatDocumentsName() throws IOException, InterruptedException {
        for (String model : List.of("base", "math", "code")) {
            directory("models/" + model, "model");
        }
        for (String model : List.of("models/c", "model-a", "model-b")) {
            directory(model, "model");
        }
        file("a.safetensors");
        file("b.safetensors");
        run("convert a.safetensors --out a.pt", "convert b.safetensors --out b.ckpt");
        Path fixtures = PROJECT.resolve("terge-pytorch/src/test/resources");
        Files.copy(fixtures.resolve("checkpoints/two_models.pt"), folder.resolve("training.ckpt"));
        Files.copy(fixtures.resolve("scripts/traced.pt"), folder.resolve("one.pt"));
        Files.copy(fixtures.resolve("scripts/traced.pt"), folder.resolve("two.pt"));
        Files.copy(folder.resolve("a.pt"), folder.resolve("pytorch_model.bin"));
        try (OutputStream jar = Files.newOutputStream(folder.resolve("empty.jar"))) {
            new JarOutputStream(jar).finish();
        }
        encoder("clsbert", "bert.");
        encoder("clsbare", "");
    }

    @Test
    void everyCommandRuns() throws IOException, InterruptedException {
        List<String> commands =
                documents()
                        .flatMap(document -> document.commands().stream())
                        .filter(command -> !command.contains(WITH_EXAMPLES))
                        .map(command -> command.replace("MODEL", "models/base"))
                        .map(command -> command.replace("help COMMAND", "help merge"))
                        .distinct()
                        .toList();
        assertThat(commands).hasSizeGreaterThan(10);

        assertThat(run(withOutputsOfTheirOwn(commands)))
                .filteredOn(done -> done.status() != 0)
                .isEmpty();
    }

    @Test
    void whatIsShownBelowACommandIsWhatItPrints() throws IOException, InterruptedException {
        String command = "merge clsbert clsbare --out merged";

        Result done = run(command).getFirst();

        assertThat(done.printed())
                .contains(new DocumentedCommands(document("README.md")).shownAfter(command));
    }

    @Test
    void everyOptionOfTheTableIsUnderstood() throws IOException, InterruptedException {
        List<String> options = new DocumentedCommands(document("README.md")).options();
        assertThat(options).hasSizeGreaterThan(30);
        List<String> commands =
                options.stream()
                        .map(option -> option.replaceAll("^(--\\S+) (\\w+)\\|.*", "$1 $2"))
                        .map(option -> option.replace("[MODEL:]NAME", "1:huggingface"))
                        .map(option -> option.replaceAll("\\bNAME\\b", "arithmetic"))
                        .map(option -> option.replaceAll("\\bSELECTOR\\b", "glob:**"))
                        .map(option -> option.replaceAll("\\bPATH\\b", "models/c"))
                        .map(option -> option.replaceAll("\\bN\\b", "2"))
                        .map(option -> option.replaceAll("\\bDIR\\b", "."))
                        .map(option -> "merge models/base models/math models/code " + option)
                        .map(command -> command + (replacesBase(command) ? "" : " --out out"))
                        .map(
                                command ->
                                        command.replace(" --overwrite", "")
                                                + " --overwrite --dry-run")
                        .toList();

        // Some need another method, and are rejected; none is an unknown option.
        assertThat(run(commands))
                .filteredOn(done -> done.status() != 0 && done.status() != 3)
                .isEmpty();
    }

    @Test
    void commandsAreFoundInBlocksAndSentences() {
        DocumentedCommands document =
                new DocumentedCommands(
                        """
                        Use `./terge merge a b
                        --out c`, or

                        ```
                        ./terge plan a b
                        mvn verify
                        $ terge inspect a
                        shown
                        ```
                        """);
        assertThat(document.commands())
                .containsExactly("merge a b --out c", "plan a b", "inspect a");
        assertThat(document.shownAfter("inspect a")).isEqualTo("shown\n");
    }

    private static boolean replacesBase(String command) {
        return command.contains("--in-place");
    }

    /** Several examples have the same output. */
    private static List<String> withOutputsOfTheirOwn(List<String> commands) {
        return commands.stream()
                .map(
                        command ->
                                command.startsWith("merge ") && !command.contains("--plan")
                                        ? command + " --overwrite"
                                        : command)
                .toList();
    }

    private static Stream<DocumentedCommands> documents() throws IOException {
        return Stream.of("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")
                .map(DocumentedCommandsTest::document)
                .map(DocumentedCommands::new);
    }

    private static String document(String name) {
        try {
            return Files.readString(PROJECT.resolve(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private List<Result> run(String... commands) throws IOException, InterruptedException {
        return run(List.of(commands));
    }

    private List<Result> run(List<String> commands) throws IOException, InterruptedException {
        return CommandSession.run(folder, commands);
    }

    private void file(String name) throws IOException {
        new TensorFile().with("body.weight", 1, 2).with("body.bias", 3).write(folder.resolve(name));
    }

    private void directory(String name, String file) throws IOException {
        file(name + "/" + file + ".safetensors");
        Files.writeString(folder.resolve(name).resolve("config.json"), "{}");
    }

    private void encoder(String name, String prefix) throws IOException {
        TensorFile file = new TensorFile();
        for (String parameter :
                List.of(
                        "embeddings.word_embeddings.weight",
                        "encoder.layer.0.attention.self.query.weight",
                        "encoder.layer.0.attention.self.query.bias")) {
            file.with(prefix + parameter, 1, 2);
        }
        file.with("classifier.weight", 1).write(folder.resolve(name + "/model.safetensors"));
    }
}
