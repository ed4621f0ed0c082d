package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.format.ModelAdapter;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Settings of adapters on the command line, with an adapter that has them. */
class SettingOptionsTest {

    /** One number per model: that of the setting {@code key}, 0.5 more if pickles are strict. */
    private static final String KEYED =
            """
            import io.terge.model.ModelReference;
            import io.terge.spi.format.*;
            import io.terge.tensor.*;
            import java.util.*;

            public final class Keyed implements ModelAdapter {
                public String name() {
                    return "keyed";
                }

                public Claim claims(ModelReference reference) {
                    return reference.path().filter(p -> p.toString().endsWith(".keyed")).isPresent()
                            ? Claim.SPECIFIC
                            : Claim.NONE;
                }

                public List<String> settings() {
                    return List.of("key", "pickle");
                }

                public ModelSource open(ModelReference reference, AdapterContext context) {
                    float key = Float.parseFloat(context.setting("key").orElse("0"));
                    boolean strict = context.setting("pickle").orElse("lax").equals("strict");
                    TensorArray array = TensorArray.of(new float[] {key + (strict ? 0.5f : 0)});
                    return new ModelSource() {
                        public List<ParameterSpec> parameters() {
                            return List.of(array.spec("x"));
                        }

                        public Tensor tensor(String name) {
                            return array.tensor("x");
                        }

                        public SequencedMap<String, String> details() {
                            return new TreeMap<>(Map.of("value", "" + array.toDoubles()[0]));
                        }

                        public void close() {}
                    };
                }
            }
            """;

    @TempDir Path folder;
    @TempDir Path plugins;
    private String model = "";
    private Path out = Path.of("");

    @BeforeEach
    void writeModel() throws IOException {
        PluginJar.make(plugins.resolve("keyed.jar"), ModelAdapter.class, "Keyed", KEYED);
        model = Files.writeString(folder.resolve("m.keyed"), "").toString();
        out = folder.resolve("out.safetensors");
    }

    @Test
    void reachMergesAlsoThroughSavedPlans() throws IOException {
        Path plan = folder.resolve("plan.json");

        CliRun planned =
                CliRun.of(
                        "plan",
                        model + "?key=1",
                        model + "?key=2",
                        "--pickle",
                        "strict",
                        "--out",
                        out,
                        "--save",
                        plan,
                        "--plugins",
                        plugins);
        CliRun run = CliRun.of("merge", "--plan", plan, "--plugins", plugins);

        assertThat(planned.err()).isEmpty();
        assertThat(run.err()).isEmpty();
        assertThat(TensorFile.read(out, "x")).containsExactly(2);
    }

    @Test
    void reachConversionsAndInspection() throws IOException {
        CliRun run =
                CliRun.of(
                        "convert",
                        model + "?key=3",
                        "--pickle",
                        "strict",
                        "--out",
                        out,
                        "--plugins",
                        plugins);
        CliRun shown =
                CliRun.of("inspect", model + "?key=4", "--pickle", "strict", "--plugins", plugins);

        assertThat(run.err()).isEmpty();
        assertThat(TensorFile.read(out, "x")).containsExactly(3.5f);
        assertThat(shown.out())
                .startsWith(model + "?key=4 (keyed)\n")
                .contains("\nDETAIL  VALUE\nvalue   4.5\n");
    }

    @Test
    void thatNoAdapterHasAreRejected() {
        CliRun run = CliRun.of("inspect", model + "?keys=4", "--plugins", plugins);

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err())
                .contains("[UNKNOWN_SETTING] Adapter 'keyed' has no setting 'keys'", "'key'");
    }

    @Test
    void areChecked() {
        assertThat(CliRun.of("inspect", "m", "--pickle", "safe"))
                .returns(2, CliRun::status)
                .satisfies(run -> assertThat(run.err()).contains("expected lax or strict, got"));
        assertThat(CliRun.of("inspect", "m?key=1&key=2"))
                .returns(2, CliRun::status)
                .satisfies(run -> assertThat(run.err()).contains("Setting 'key' is given twice"));
    }
}
