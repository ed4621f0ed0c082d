package io.terge.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plugin as its users get it: a jar in a folder, and a process that knows nothing else of it.
 *
 * @param folder the folder that the process works in
 */
public record InstalledPlugin(Path folder) {

    /** The folder of jars within the folder, for {@code --plugins}. */
    public static final String PLUGINS = "plugins";

    /**
     * Makes the jar.
     *
     * @param name the jar's name, without its ending
     * @param classes the folder of the classes that go into it
     * @param service what kind of plugin it is
     * @param plugin its class
     */
    public void install(String name, String classes, Class<?> service, Class<?> plugin)
            throws IOException, URISyntaxException {
        Path jar = Files.createDirectories(folder.resolve(PLUGINS)).resolve(name + ".jar");
        Path root = Path.of(plugin.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> own = Files.list(root.resolve(classes))) {
            for (Path each : own.filter(Files::isRegularFile).sorted().toList()) {
                String entry = root.relativize(each).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new JarEntry(entry));
                Files.copy(each, out);
            }
            out.putNextEntry(new JarEntry("META-INF/services/" + service.getName()));
            out.write(plugin.getName().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Runs a command with the jar, which must succeed, and returns what it prints. */
    public String terge(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classPathWithoutExamples(),
                                "io.terge.cli.Main"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--plugins", PLUGINS));
        Path log = folder.resolve("log");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        int status = process.waitFor();
        String said = Files.readString(log);
        assertThat(status).as(said).isZero();
        return said;
    }

    private static String classPathWithoutExamples() {
        String all =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.contains("terge-examples"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
