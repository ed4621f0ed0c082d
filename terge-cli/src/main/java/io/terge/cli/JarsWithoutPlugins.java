package io.terge.cli;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.selector.ParameterSelector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds jars whose author forgot to register plugins. Libraries that plugins need are in the same
 * directory: a jar beside plugins is only told of if its classes use terge's interfaces.
 */
final class JarsWithoutPlugins {

    private static final String SERVICES = "META-INF/services/";
    private static final List<String> KINDS =
            Stream.of(MergeMethod.class, ModelAdapter.class, ParameterSelector.class)
                    .map(Class::getName)
                    .toList();
    // As class files write the names of classes that they use.
    private static final String INTERFACES = "io/terge/spi/";

    private JarsWithoutPlugins() {}

    /** Returns one warning for each such jar. */
    static List<Problem> among(List<Path> jars) throws IOException {
        List<Path> without = new ArrayList<>();
        for (Path jar : jars) {
            if (!registersPlugins(jar)) {
                without.add(jar);
            }
        }
        boolean hasPlugins = without.size() < jars.size();
        List<Problem> warnings = new ArrayList<>();
        for (Path jar : without) {
            if (!hasPlugins || usesInterfaces(jar)) {
                warnings.add(warning(jar));
            }
        }
        return warnings;
    }

    private static Problem warning(Path jar) {
        return Problem.of(TergeCode.JAR_WITHOUT_PLUGINS, jar + " registers no plugins")
                .fix(
                        "list its plugin classes, one per line, in the file %s of the jar"
                                .formatted(
                                        KINDS.stream()
                                                .map(kind -> SERVICES + kind)
                                                .collect(Collectors.joining(", or "))));
    }

    private static boolean registersPlugins(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return KINDS.stream().anyMatch(kind -> zip.getEntry(SERVICES + kind) != null);
        }
    }

    private static boolean usesInterfaces(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry :
                    zip.stream()
                            .<ZipEntry>map(any -> any)
                            .filter(any -> any.getName().endsWith(".class"))
                            .toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                    if (text.contains(INTERFACES)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
