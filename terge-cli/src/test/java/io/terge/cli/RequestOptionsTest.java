package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** Options whose effect is in the merged numbers: settings, renames, adapters, seeds. */
class RequestOptionsTest {

    /** The base plus every model times its weight and its scale. */
    private static final String SCALED =
            """
            import io.terge.spi.method.*;

            public final class Scaled implements MergeMethod {
                public String name() {
                    return "scaled";
                }

                public MethodDescription describe() {
                    return MethodDescription.of("Adds scaled models to the base.")
                            .absoluteWeights()
                            .withBase()
                            .option(MethodOption.number("scale", "factor").perModel().orElse(1));
                }

                public Output merge(ParameterMerge merge) {
                    merge.note("scaled by a test");
                    return Output.linearWithBase(
                            1,
                            merge.inputs().stream()
                                    .mapToDouble(in -> in.weight() * in.options().number("scale"))
                                    .toArray());
                }
            }
            """;

    private static final String DICE =
            """
            import io.terge.spi.method.*;

            public final class Dice implements MergeMethod {
                public String name() {
                    return "dice";
                }

                public Output merge(ParameterMerge merge) {
                    RandomNumbers random = merge.random(0);
                    return Output.blocks(
                            block -> {
                                for (int e = 0; e < block.length(); e++) {
                                    block.output()[e] = random.uniform(block.start() + e);
                                }
                            });
                }
            }
            """;

    @TempDir Path folder;
    @TempDir Path plugins;
    private Path a = Path.of("");
    private Path b = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        a = new TensorFile().with("l.0.x", 1, 2).write(folder.resolve("a.safetensors"));
        b = new TensorFile().with("l.0.x", 3, 6).write(folder.resolve("b.safetensors"));
        out = folder.resolve("out.safetensors");
    }

    @Test
    void optionsAndWeightsPerModelReachTheMethod() throws IOException {
        PluginJar.make(plugins.resolve("scaled.jar"), MergeMethod.class, "Scaled", SCALED);
        Path base = new TensorFile().with("l.0.x", 100, 200).write(folder.resolve("c.safetensors"));

        CliRun run =
                CliRun.of(
                        "merge",
                        a,
                        b,
                        "--out",
                        out,
                        "--base",
                        base,
                        "--method",
                        "scaled",
                        "--option",
                        "glob:l.*.x=scale=2,3",
                        "--weights",
                        "10,1",
                        "--plugins",
                        plugins);

        assertThat(run.err()).isEqualTo("note: l.0.x: scaled by a test\n");
        assertThat(run.status()).isZero();
        // 100 + 10*2*1 + 1*3*3 and 200 + 10*2*2 + 1*3*6.
        assertThat(TensorFile.read(out, "l.0.x")).containsExactly(129, 258);
    }

    @Test
    void aMethodThatNeedsABaseMustBeGivenOne() throws IOException {
        PluginJar.make(plugins.resolve("scaled.jar"), MergeMethod.class, "Scaled", SCALED);
        Object[] words = {"merge", a, b, "--out", out, "--method", "scaled", "--plugins", plugins};

        CliRun run = CliRun.of(words);

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("[BASE_REQUIRED]", "scaled");
        assertThat(out).doesNotExist();
    }

    @Test
    void gradientsRunOverTheLayers() throws IOException {
        a = layers("a", 3);
        b = layers("b", 6);

        CliRun run = CliRun.of("merge", a, b, "--out", out, "--weights", "[1,0],1");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        // Weights 1, 0.5 and 0 beside 1.
        assertThat(TensorFile.read(out, "l.0.x")).containsExactly(4.5f);
        assertThat(TensorFile.read(out, "l.1.x")).containsExactly(5);
        assertThat(TensorFile.read(out, "l.2.x")).containsExactly(6);
    }

    @Test
    void renamedParametersAreMerged() throws IOException {
        b = new TensorFile().with("bert.l.0.x", 3, 6).write(folder.resolve("bert.safetensors"));
        Object[] words = {a, b, "--out", out, "--rename", "1:^bert\\.="};

        CliRun plan = CliRun.of(prefixed("plan", words));
        CliRun run = CliRun.of(prefixed("merge", words));

        assertThat(plan.out()).contains("weights 0: 0.5, 1: 0.5; model 1: bert.l.0.x\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(TensorFile.read(out, "l.0.x")).containsExactly(2, 4);
    }

    @Test
    void aRenameThatDoesNotCompileIsToldByThePlanner() {
        CliRun run = CliRun.of("merge", a, b, "--out", out, "--rename", "1:(=", "--weights", "1");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains("[INVALID_RENAME]", "1:(=", "[WEIGHTS_WRONG_LENGTH]");
    }

    @Test
    void adaptersAreNamedForModelsAndOutput() throws IOException {
        Path file = folder.resolve("a file");
        Object[] words = {"merge", a, b, "--out", file, "--adapter", "safetensors"};

        CliRun run = CliRun.of(with(words, "--output-adapter", "safetensors"));

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(TensorFile.read(file, "l.0.x")).containsExactly(2, 4);
        for (Object[] unknown :
                new Object[][] {
                    {"--adapter", "1:safetensor"},
                    {"--adapter", "*:safetensor"},
                    {"--output-adapter", "safetensor"}
                }) {
            CliRun refused = CliRun.of(with(new Object[] {"merge", a, b, "--out", out}, unknown));
            assertThat(refused.status()).isEqualTo(3);
            assertThat(refused.err()).contains("[UNKNOWN_ADAPTER]", "'safetensors'");
        }
    }

    @Test
    void theSeedDecidesRandomNumbers() throws IOException {
        PluginJar.make(plugins.resolve("dice.jar"), MergeMethod.class, "Dice", DICE);

        float[] zero = dice();
        float[] seven = dice("--seed", 7);

        assertThat(dice("--seed", 0)).isEqualTo(zero);
        assertThat(dice("--seed", 7)).isEqualTo(seven).isNotEqualTo(zero);
        CliRun plan = CliRun.of("plan", a, b, "--seed", "-7");
        assertThat(plan.out()).containsPattern("\nseed +-7\n");
    }

    private float[] dice(Object... more) throws IOException {
        Object[] words = {
            "merge", a, b, "--out", out, "--overwrite", "--method", "dice", "--plugins", plugins
        };
        assertThat(CliRun.of(with(words, more)).err()).isEmpty();
        return TensorFile.read(out, "l.0.x");
    }

    private Path layers(String name, float value) throws IOException {
        return new TensorFile()
                .with("l.0.x", value)
                .with("l.1.x", value)
                .with("l.2.x", value)
                .write(folder.resolve(name + "-layers.safetensors"));
    }

    private static Object[] prefixed(String command, Object... words) {
        return with(new Object[] {command}, words);
    }

    private static Object[] with(Object[] first, Object... last) {
        Object[] all = new Object[first.length + last.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(last, 0, all, first.length, last.length);
        return all;
    }
}
