package io.terge.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.engine.fixture.PluginJar;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.selector.ParameterSelector;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

class PluginDiscoveryTest {

    @TempDir Path folder;
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void findsTheBuiltInPlugins() {
        Plugins found = PluginDiscovery.discover(getClass().getClassLoader(), problems::add);
        assertThat(found.methods()).extracting(MergeMethod::name).contains("arithmetic", "linear");
        assertThat(found.adapters())
                .extracting(ModelAdapter::name)
                .containsExactly("arrays", "stage");
        assertThat(found.selectors())
                .extracting(ParameterSelector::scheme)
                .containsExactlyInAnyOrder("exact", "glob", "regex");
        assertThat(problems).isEmpty();
    }

    @Test
    void findsPluginsInJars() throws IOException {
        Path jar = PluginJar.named("acme.jar").method("acme.Mean", "acme-mean").write(folder);
        assertThat(methodsIn(jar)).contains("arithmetic", "acme-mean");
        assertThat(problems).isEmpty();
    }

    @Test
    void tellsOfAProviderThatIsNotThere() throws IOException {
        Path jar =
                PluginJar.named("acme.jar")
                        .registered(MergeMethod.class, "acme.Gone")
                        .method("acme.Mean", "acme-mean")
                        .write(folder);
        assertThat(methodsIn(jar)).contains("acme-mean");
        assertThat(onlyProblem())
                .contains("A MergeMethod cannot be loaded")
                .contains("Provider acme.Gone not found")
                .contains("from: acme.jar")
                .contains("fix: repair or remove acme.jar");
    }

    @Test
    void tellsOfAProviderWhoseConstructorThrows() throws IOException {
        Path jar =
                PluginJar.named("acme.jar")
                        .source(
                                "acme.Moody",
                                """
                                package acme;
                                public class Moody extends io.terge.spi.method.ElementwiseMethod {
                                    public Moody() {
                                        super("moody", (values, weights) -> 0);
                                        throw new IllegalStateException("not today");
                                    }
                                }
                                """)
                        .registered(MergeMethod.class, "acme.Moody")
                        .method("acme.Mean", "acme-mean")
                        .write(folder);
        assertThat(methodsIn(jar)).contains("acme-mean");
        assertThat(onlyProblem())
                .contains("Provider acme.Moody could not be instantiated")
                .contains("because: java.lang.IllegalStateException: not today")
                .contains("from: acme.jar");
    }

    @Test
    void tellsOfAProviderOfAnotherKind() throws IOException {
        Path jar =
                PluginJar.named("acme.jar")
                        .source("acme.Thing", "package acme; public class Thing {}")
                        .registered(MergeMethod.class, "acme.Thing")
                        .method("acme.Mean", "acme-mean")
                        .write(folder);
        assertThat(methodsIn(jar)).contains("acme-mean");
        assertThat(onlyProblem()).contains("acme.Thing not a subtype").contains("from: acme.jar");
    }

    @Test
    void tellsOfAProviderThatMissesAClassOfItsOwn() throws IOException {
        Path jar =
                PluginJar.named("acme.jar")
                        .source(
                                "acme.Library",
                                """
                                package acme;
                                public abstract class Library implements io.terge.spi.method.MergeMethod {}
                                """)
                        .source(
                                "acme.Needy",
                                """
                                package acme;
                                public class Needy extends Library {
                                    public String name() { return "needy"; }
                                    public io.terge.spi.method.Output merge(
                                            io.terge.spi.method.ParameterMerge merge) {
                                        return null;
                                    }
                                }
                                """)
                        .without("acme.Library")
                        .registered(MergeMethod.class, "acme.Needy")
                        .method("acme.Mean", "acme-mean")
                        .write(folder);
        assertThat(methodsIn(jar)).contains("acme-mean");
        assertThat(onlyProblem())
                .contains("A MergeMethod cannot be loaded")
                .contains("acme/Library")
                .contains("from: acme.jar");
    }

    @Test
    void namesTheDirectoryOfAProviderThatIsNotInAJar() throws IOException {
        Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
        Files.writeString(
                services.resolve(MergeMethod.class.getName()), "# ours\nacme.Gone # soon\n");
        assertThat(methodsIn(folder.resolve("classes"))).contains("arithmetic");
        assertThat(onlyProblem()).contains("from: " + folder.resolve("classes") + "\n");
    }

    @Test
    void tellsOfALineThatIsNoClassName() throws IOException {
        Path broken =
                PluginJar.named("broken.jar")
                        .registered(MergeMethod.class, "not a class name")
                        .write(folder);
        Path sound = PluginJar.named("sound.jar").method("acme.Mean", "acme-mean").write(folder);
        assertThat(methodsIn(broken, sound)).contains("acme-mean");
        assertThat(onlyProblem()).contains("broken.jar").contains("Illegal");
    }

    @Test
    @Timeout(20)
    void givesUpWhereTheLoaderItselfFails() throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[0], getClass().getClassLoader()) {
                    @Override
                    public Enumeration<URL> getResources(String name) throws IOException {
                        throw new IOException("the net is down");
                    }
                }) {
            assertThat(PluginDiscovery.discover(loader, problems::add).methods()).isEmpty();
        }
        assertThat(problems).hasSizeBetween(3, 6);
        assertThat(problems.getFirst().toString()).contains("the net is down");
    }

    private List<String> methodsIn(Path... jars) throws IOException {
        try (URLClassLoader loader = PluginJar.loader(jars)) {
            return PluginDiscovery.discover(loader, problems::add).methods().stream()
                    .map(MergeMethod::name)
                    .toList();
        }
    }

    private String onlyProblem() {
        assertThat(problems)
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo(TergeCode.INVALID_PLUGIN);
        return problems.getFirst().toString();
    }
}
