package io.terge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.terge.api.MergeRejectedException;
import io.terge.api.Merger;
import io.terge.api.MethodFacts;
import io.terge.api.PluginDescription;
import io.terge.engine.fixture.Golden;
import io.terge.engine.fixture.PluginJar;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.Output;
import io.terge.tensor.Extent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;

class TergeBuilderTest {

    @TempDir Path folder;

    @Test
    void findsPluginsWhereItIsTold() throws IOException {
        Path jar = PluginJar.named("acme.jar").method("acme.Mean", "acme-mean").write(folder);
        try (URLClassLoader loader = PluginJar.loader(jar)) {
            assertThat(Terge.builder().classLoader(loader).build().plugins())
                    .contains(
                            new PluginDescription(
                                    PluginDescription.Kind.METHOD,
                                    "acme-mean",
                                    "acme.Mean",
                                    "unknown",
                                    "acme.jar",
                                    "",
                                    List.of(),
                                    Optional.of(
                                            new MethodFacts(
                                                    "",
                                                    "",
                                                    "",
                                                    "",
                                                    "2 or more",
                                                    false,
                                                    false,
                                                    "relative: divided by their sum",
                                                    Extent.BLOCK,
                                                    1,
                                                    false))));
        }
    }

    @Test
    void takesAGivenPluginForTheSameClassThatIsInstalled() throws IOException {
        Path jar = PluginJar.named("acme.jar").method("acme.Mean", "acme-mean").write(folder);
        try (URLClassLoader loader = PluginJar.loader(jar)) {
            MergeMethod given =
                    ServiceLoader.load(MergeMethod.class, loader).stream()
                            .map(ServiceLoader.Provider::get)
                            .filter(method -> method.name().equals("acme-mean"))
                            .findFirst()
                            .orElseThrow();
            Merger merger = Terge.builder().classLoader(loader).plugin(given).build();
            assertThat(merger.plugins())
                    .filteredOn(plugin -> plugin.name().equals("acme-mean"))
                    .hasSize(1);
        }
    }

    @Test
    void findsNothingWhereItIsToldNotToLook() {
        assertThat(Terge.builder().discover(false).build().plugins()).isEmpty();
    }

    @Test
    void tellsAllThatIsWrongWithThePlugins() throws IOException {
        Path left = PluginJar.named("left.jar").method("acme.Left", "mean").write(folder);
        Path right =
                PluginJar.named("right.jar")
                        .method("acme.Right", "mean")
                        .registered(MergeMethod.class, "acme.Gone")
                        .write(folder);
        try (URLClassLoader loader = PluginJar.loader(left, right)) {
            TergeBuilder builder =
                    Terge.builder()
                            .classLoader(loader)
                            .plugin(
                                    ScriptedMethod.of(
                                            "My Method", merge -> Output.linear(merge.weights())));
            MergeRejectedException rejection =
                    catchThrowableOfType(MergeRejectedException.class, builder::build);
            Golden.check("plugins", Objects.requireNonNull(rejection.getMessage()));
        }
    }

    @Test
    void needsAThread() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Terge.builder().threads(0))
                .withMessageContaining("0");
    }
}
