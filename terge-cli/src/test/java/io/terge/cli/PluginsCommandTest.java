package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class PluginsCommandTest {

    private static final String LARGEST =
            """
            public final class Largest extends io.terge.spi.method.ElementwiseMethod {
                public Largest() {
                    super("%s", (values, weights) -> {
                        double best = Double.NEGATIVE_INFINITY;
                        for (double value : values) {
                            best = Math.max(best, value);
                        }
                        return best;
                    });
                }
            }
            """;

    @TempDir Path folder;
    private Path plugins = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
    }

    @Test
    void theBuiltInPluginsAreShownWithTheirJars() {
        assertThat(CliRun.of("methods").out()).contains("arithmetic", "terge-methods-arithmetic");
        assertThat(CliRun.of("adapters").out()).contains("safetensors", "huggingface", "terge-hf");
        assertThat(CliRun.of("selectors").out()).contains("exact", "glob", "regex", "terge-engine");
    }

    @Test
    void aPluginInAFolderIsShownAndUsed() throws IOException {
        plugin("largest.jar", "largest");
        Path a = new TensorFile().with("x", 1, 8).write(folder.resolve("a.safetensors"));
        Path b = new TensorFile().with("x", 5, 2).write(folder.resolve("b.safetensors"));
        Path out = folder.resolve("out.safetensors");

        CliRun methods = CliRun.of("methods", "--plugins", plugins);
        CliRun merge =
                CliRun.of("merge", a, b, "--out", out, "--method", "largest", "--plugins", plugins);

        assertThat(methods.out()).contains("largest.jar").contains("arithmetic");
        assertThat(merge.err()).isEmpty();
        assertThat(merge.status()).isZero();
        assertThat(TensorFile.read(out, "x")).containsExactly(5, 8);
    }

    @Test
    void theOptionsOfAMethodAreShown() throws IOException {
        PluginJar.make(
                plugins.resolve("pick.jar"),
                MergeMethod.class,
                "Pick",
                """
                import io.terge.spi.method.*;

                public final class Pick extends ElementwiseMethod {
                    public Pick() {
                        super("pick", (values, weights) -> values[0]);
                    }

                    public MethodDescription describe() {
                        return MethodDescription.of("Picks")
                                .reference("arXiv 1234.56789")
                                .formula("out = x[0]")
                                .advice("Use it in tests.")
                                .example("--option density=0.5")
                                .withBase()
                                .withRandomNumbers()
                                .passes(3)
                                .option(
                                        MethodOption.number("share", "How many")
                                                .between(0, 1)
                                                .orElse(0.5))
                                .option(MethodOption.flag("last", "From the end").orElse(false))
                                .option(MethodOption.text("tie", "If equal", "a", "b").orElse("a"))
                                .option(MethodOption.number("density", "Kept").perModel())
                                .option(MethodOption.whole("rank", "Rank").perModel().orElse(8));
                    }
                }
                """);

        CliRun run = CliRun.of("methods", "pick", "--plugins", plugins);

        GoldenFiles.check("method", run.transcript(folder));
    }

    @Test
    void aMethodWithoutOptionsSaysSo() {
        assertThat(CliRun.of("methods", "arithmetic").out()).contains("It has no options.");
    }

    @Test
    void oneOfTheOthersIsExplained() {
        assertThat(CliRun.of("selectors", "glob").out()).startsWith("glob: ").contains("class  ");
    }

    @Test
    void aNameThatIsNotThereIsSuggested() {
        CliRun run = CliRun.of("methods", "arithmetik");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .contains("[UNKNOWN_METHOD] There is no method 'arithmetik'.")
                .contains("Did you mean 'arithmetic'?");
    }

    @Test
    void twoPluginsOfOneNameAreRejected() throws IOException {
        plugin("mean.jar", "arithmetic");

        CliRun run = CliRun.of("methods", "--plugins", plugins);

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("[DUPLICATE_PLUGIN]", "mean.jar", "arithmetic");
    }

    @Test
    void aPluginThatFailsIsNamedWithItsParameter() throws IOException {
        PluginJar.make(
                plugins.resolve("faulty.jar"),
                MergeMethod.class,
                "Faulty",
                """
                public final class Faulty extends io.terge.spi.method.ElementwiseMethod {
                    public Faulty() {
                        super("faulty", (values, weights) -> values[17]);
                    }
                }
                """);
        Path a = new TensorFile().with("x.y", 1, 8).write(folder.resolve("a.safetensors"));
        Path b = new TensorFile().with("x.y", 5, 2).write(folder.resolve("b.safetensors"));

        CliRun run =
                CliRun.of("merge", a, b, "--in-place", "--method", "faulty", "--plugins", plugins);

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("[PLUGIN_FAILED]", "faulty", "faulty.jar", "x.y");
        assertThat(TensorFile.read(a, "x.y")).containsExactly(1, 8);
    }

    @Test
    void whatIsNamedLikeAJarButNoFileIsRefused() throws IOException {
        Files.createDirectory(plugins.resolve("folder.jar"));

        CliRun run = CliRun.of("methods", "--plugins", plugins);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("folder.jar' is not a jar: not a file");
    }

    @Test
    void aJarThatRegistersNoPluginsIsTold() throws IOException {
        PluginJar.make(
                plugins.resolve("forgotten.jar"),
                Runnable.class,
                "Largest",
                LARGEST.formatted("largest"));

        CliRun run = CliRun.of("methods", "--plugins", plugins);

        assertThat(run.status()).isZero();
        assertThat(run.err())
                .isEqualTo(
                        "warning: [JAR_WITHOUT_PLUGINS] %s registers no plugins%n   fix: list its plugin classes, one per line, in the file META-INF/services/io.terge.spi.method.MergeMethod, or META-INF/services/io.terge.spi.format.ModelAdapter, or META-INF/services/io.terge.spi.selector.ParameterSelector of the jar%n"
                                .formatted(plugins.resolve("forgotten.jar"))
                                .replace(System.lineSeparator(), "\n"));
        plugin("other.jar", "other");
        assertThat(CliRun.of("methods", "--plugins", plugins).err()).contains("forgotten.jar");
    }

    @Test
    void aLibraryBesidePluginsIsNotTold() throws IOException {
        String library = "public final class Library implements Runnable { public void run() {} }";
        PluginJar.make(plugins.resolve("library.jar"), Runnable.class, "Library", library);

        assertThat(CliRun.of("methods", "--plugins", plugins).err()).contains("library.jar");
        plugin("other.jar", "other");
        assertThat(CliRun.of("methods", "--plugins", plugins).err()).isEmpty();
    }

    private void plugin(String jar, String name) throws IOException {
        PluginJar.make(plugins.resolve(jar), MergeMethod.class, "Largest", LARGEST.formatted(name));
    }
}
