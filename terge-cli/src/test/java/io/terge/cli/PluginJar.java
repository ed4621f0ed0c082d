package io.terge.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Makes the jar of a plugin out of source text, as its author would. */
final class PluginJar {

    private PluginJar() {}

    /**
     * Compiles one class and packs it with its registration.
     *
     * @param jar the jar to make
     * @param service the interface that the class is registered for
     * @param name the class's name, without a package
     * @param source its text
     */
    static void make(Path jar, Class<?> service, String name, String source) throws IOException {
        Path work = Files.createTempDirectory(jar.getParent(), "classes");
        Path file = Files.writeString(work.resolve(name + ".java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of("-d", work.toString(), "-cp", ClassPath.OF_TESTS);
        boolean compiled =
                compiler.getTask(
                                messages,
                                null,
                                null,
                                options,
                                null,
                                compiler.getStandardFileManager(null, null, null)
                                        .getJavaFileObjects(file))
                        .call();
        if (!compiled) {
            throw new IllegalArgumentException(messages.toString());
        }
        try (OutputStream bytes = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(bytes);
                Stream<Path> classes = Files.list(work)) {
            put(
                    out,
                    "META-INF/services/" + service.getName(),
                    name.getBytes(StandardCharsets.UTF_8));
            for (Path path : classes.filter(p -> p.toString().endsWith(".class")).toList()) {
                put(out, path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
