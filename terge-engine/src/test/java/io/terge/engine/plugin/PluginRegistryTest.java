package io.terge.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.PluginDescription.Kind;
import io.terge.api.PluginDescription.Option;
import io.terge.api.PluginUse;
import io.terge.engine.fixture.PluginJar;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

class PluginRegistryTest {

    @TempDir Path folder;
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void findsAPluginByItsName() {
        PluginRegistry<MergeMethod> registry = registry(method("b"), method("a"));
        assertThat(registry.find("a").orElseThrow().name()).isEqualTo("a");
        assertThat(registry.find("c")).isEmpty();
        assertThat(registry.all()).extracting(Plugin::name).containsExactly("a", "b");
        assertThat(problems).isEmpty();
    }

    @Test
    void takesDashesAndUnderscoresForTheSame() {
        PluginRegistry<MergeMethod> registry = registry(method("dare_ties"), method("a-b_c"));
        assertThat(registry.find("dare-ties").orElseThrow().name()).isEqualTo("dare_ties");
        assertThat(registry.find("a_b-c").orElseThrow().name()).isEqualTo("a-b_c");
        assertThat(registry.find("dareties")).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void refusesNamesThatDifferInDashesAlone() {
        assertThat(registry(method("dare_ties"), method("dare-ties")).all()).hasSize(1);
        assertThat(problems)
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo(TergeCode.DUPLICATE_PLUGIN);
        assertThat(problems.getFirst().toString())
                .contains(
                        "Two merge methods have names that differ only in - and _: 'dare_ties' and"
                                + " 'dare-ties'");
    }

    @Test
    void saysWhatThereIsWhenANameIsNotKnown() {
        PluginRegistry<MergeMethod> registry = registry(method("mean"), method("slerp"));
        assertThat(registry.unknown(TergeCode.UNKNOWN_METHOD, "slrp").toString())
                .startsWith(
                        "[UNKNOWN_METHOD] There is no merge method 'slrp'. Did you mean 'slerp'?\n")
                .doesNotContain("available");
        assertThat(registry.unknown(TergeCode.UNKNOWN_METHOD, "other").toString())
                .contains("available: mean, slerp\n");
        assertThat(registry().unknown(TergeCode.UNKNOWN_METHOD, "slerp").toString())
                .contains("There is no merge method 'slerp'.")
                .contains("available: none");
    }

    @Test
    void namesBothClassesAndBothJarsOfTwoPluginsOfOneName() throws IOException {
        Path left = PluginJar.named("left.jar").method("acme.Left", "mean").write(folder);
        Path right = PluginJar.named("right.jar").method("acme.Right", "mean").write(folder);
        try (URLClassLoader loader = PluginJar.loader(left, right)) {
            Plugins found = PluginDiscovery.discover(loader, problems::add);
            Registries registries = Registries.of(found, problems::add);
            assertThat(registries.methods().find("mean").orElseThrow().implementation())
                    .isEqualTo("acme.Left");
        }
        assertThat(problems)
                .singleElement()
                .hasToString(
                        """
                        [DUPLICATE_PLUGIN] Two merge methods are named 'mean'
                           acme.Left (left.jar) and acme.Right (right.jar)
                           fix: remove one jar, or call discover(false) and add the plugins you need\
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mean", "1mean", "me an", "mean:x", "-mean", "mittel-größe"})
    void refusesMalformedNames(String name) {
        assertThat(registry(method(name), method("sound")).all())
                .extracting(Plugin::name)
                .containsExactly("sound");
        assertThat(problems)
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo(TergeCode.INVALID_PLUGIN);
        assertThat(problems.getFirst().toString())
                .contains("The name of merge method " + ScriptedMethod.class.getName())
                .contains("is malformed: '" + name + "'")
                .contains("fix: rename it to match [a-z][a-z0-9_-]*");
    }

    @Test
    @SuppressWarnings("NullAway") // A plugin may be compiled without such checks.
    void refusesANameThatIsNull() {
        assertThat(registry(new Nameless(() -> null)).all()).isEmpty();
        assertThat(problems)
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo(TergeCode.INVALID_PLUGIN);
    }

    @Test
    void refusesANameThatCannotBeHad() {
        MergeMethod throwing =
                new Nameless(
                        () -> {
                            throw new IllegalStateException("no name yet");
                        });
        MergeMethod unlinked =
                new Nameless(
                        () -> {
                            throw new AbstractMethodError("name()");
                        });
        assertThat(registry(throwing, unlinked).all()).isEmpty();
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0).toString()).contains("no name yet");
        assertThat(problems.get(1).toString()).contains("AbstractMethodError: name()");
    }

    @Test
    void describesAllPluginsByKindAndName() {
        Registries registries =
                Registries.of(
                        PluginDiscovery.discover(getClass().getClassLoader(), problems::add),
                        problems::add);
        assertThat(registries.describe())
                .extracting(plugin -> plugin.kind() + " " + plugin.name())
                .containsExactly(
                        "METHOD arithmetic",
                        "METHOD ema",
                        "METHOD expo",
                        "METHOD geometric_median",
                        "METHOD linear",
                        "METHOD median",
                        "METHOD model_stock",
                        "METHOD nan",
                        "METHOD nearswap",
                        "METHOD noise",
                        "METHOD passthrough",
                        "METHOD task_arithmetic",
                        "METHOD trimmed_mean",
                        "ADAPTER arrays",
                        "ADAPTER stage",
                        "SELECTOR exact",
                        "SELECTOR glob",
                        "SELECTOR regex");
        assertThat(registries.describe()).allMatch(plugin -> !plugin.summary().isEmpty());
    }

    @Test
    void describesOptionsAndVersions() {
        MethodDescription description =
                MethodDescription.of("sums")
                        .option(MethodOption.number("density", "kept").between(0, 1).perModel())
                        .option(MethodOption.flag("rescale", "or not").orElse(true));
        MergeMethod method = ScriptedMethod.described("sums", description);
        Registries registries =
                Registries.of(new Plugins(List.of(method), List.of(), List.of()), problems::add);
        assertThat(registries.describe())
                .singleElement()
                .satisfies(
                        plugin -> {
                            assertThat(plugin.version()).isEqualTo("unknown");
                            assertThat(plugin.implementation())
                                    .isEqualTo(ScriptedMethod.class.getName());
                            assertThat(plugin.options())
                                    .containsExactly(
                                            new Option(
                                                    "density",
                                                    "a number from 0 to 1",
                                                    Optional.empty(),
                                                    true,
                                                    "kept"),
                                            new Option(
                                                    "rescale",
                                                    "true or false",
                                                    Optional.of("true"),
                                                    false,
                                                    "or not"));
                        });
        assertThat(registries.use(Kind.METHOD, "sums")).map(PluginUse::name).contains("sums");
        assertThat(registries.use(Kind.ADAPTER, "sums")).isEmpty();
    }

    @Test
    void tellsTheVersionThatAJarStates() throws IOException {
        Path jar =
                PluginJar.named("acme.jar")
                        .version("2.1")
                        .method("acme.Mean", "acme-mean")
                        .write(folder);
        try (URLClassLoader loader = PluginJar.loader(jar)) {
            Plugins found = PluginDiscovery.discover(loader, problems::add);
            assertThat(Registries.of(found, problems::add).use(Kind.METHOD, "acme_mean"))
                    .contains(
                            new PluginUse(
                                    Kind.METHOD, "acme-mean", "acme.Mean", "2.1", "acme.jar"));
        }
    }

    @Test
    void namesThePluginThatCannotDescribeItself() {
        MergeMethod shy =
                new MergeMethod() {
                    @Override
                    public String name() {
                        return "shy";
                    }

                    @Override
                    public Output merge(ParameterMerge merge) {
                        return Output.linear();
                    }

                    @Override
                    public MethodDescription describe() {
                        throw new IllegalStateException("nothing to say");
                    }
                };
        Registries registries =
                Registries.of(new Plugins(List.of(shy), List.of(), List.of()), problems::add);
        assertThatThrownBy(registries::describe)
                .isInstanceOf(TergeException.class)
                .hasMessageContaining(
                        "[PLUGIN_FAILED] Plugin 'shy' failed while describing itself");
    }

    private PluginRegistry<MergeMethod> registry(MergeMethod... methods) {
        return PluginRegistry.of(
                "merge method", List.of(methods), MergeMethod::name, problems::add);
    }

    private static MergeMethod method(String name) {
        return ScriptedMethod.of(name, ScriptedMethod::first);
    }

    private record Nameless(Supplier<String> source) implements MergeMethod {

        @Override
        public String name() {
            return source.get();
        }

        @Override
        public Output merge(ParameterMerge merge) {
            return Output.linear();
        }
    }
}
