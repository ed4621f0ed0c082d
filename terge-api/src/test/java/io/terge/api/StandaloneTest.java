package io.terge.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The module needs nothing but Java: the tests' class path is hidden from it here. */
class StandaloneTest {

    @Test
    void everyClassLoadsWithNothingElseOnTheClassPath()
            throws IOException, URISyntaxException, ReflectiveOperationException {
        URI home = Merger.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        List<String> names = classNames(Path.of(home));
        assertThat(names).hasSizeGreaterThan(50).contains("io.terge.spi.method.MergeMethod");
        URL[] alone = {home.toURL()};
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        try (URLClassLoader loader = new URLClassLoader(alone, platform)) {
            for (String name : names) {
                Class<?> loaded = Class.forName(name, true, loader);
                assertThat(loaded.getClassLoader()).isSameAs(loader);
                // Signatures are resolved when they are asked for.
                assertThat(loaded.getDeclaredMethods()).doesNotContainNull();
                assertThat(loaded.getDeclaredConstructors()).doesNotContainNull();
            }
            assertThat(shapeOf(loader)).isEqualTo("[2, 3]");
        }
    }

    private static Object shapeOf(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> shape = Class.forName("io.terge.tensor.Shape", true, loader);
        Method of = shape.getMethod("of", long[].class);
        return of.invoke(null, (Object) new long[] {2, 3}).toString();
    }

    private static List<String> classNames(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.map(file -> home.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("package-info"))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .toList();
        }
    }
}
