package io.terge.examples.npz;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.model.ModelReference;
import io.terge.spi.format.ModelAdapter;
import io.terge.tensor.DType;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
 * The format as its users get it: a jar in a folder, and a process that knows nothing else of it.
 */
class NpzPluginTest {

    @TempDir Path folder;

    @BeforeEach
    void installAndWriteModels() throws IOException, URISyntaxException {
        writeJar(Files.createDirectory(folder.resolve("plugins")).resolve("npz.jar"));
        for (int seed = 1; seed <= 2; seed++) {
            TinyModel.seeded(seed)
                    .with("layer.weight", DType.F32, 3, 4)
                    .with("layer.bias", DType.F16, 4)
                    .with("ids", DType.I64, 2)
                    .write(new NpzAdapter(), ModelReference.at(folder.resolve(seed + ".npz")));
        }
    }

    @Test
    void mergesIntoAFileOfItsOwnAndInPlace() throws IOException, InterruptedException {
        assertThat(terge("merge", "1.npz", "2.npz", "--out", "merged.npz", "--weights", "1,3"))
                .contains("merged.npz: 2 parameters merged, 1 copied");
        assertThat(terge("merge", "1.npz", "2.npz", "--in-place", "--weights", "1,3"))
                .contains("1.npz: 2 parameters merged, 1 copied");
        assertThat(folder.resolve("1.npz")).hasSameBinaryContentAs(folder.resolve("merged.npz"));
    }

    @Test
    void mergesWithOtherFormats() throws IOException, InterruptedException {
        terge("merge", "1.npz", "2.npz", "--out", "a.safetensors");
        terge("merge", "2.npz", "2.npz", "--out", "2.safetensors");
        terge("merge", "1.npz", "2.safetensors", "--out", "b.safetensors");
        assertThat(folder.resolve("a.safetensors"))
                .hasSameBinaryContentAs(folder.resolve("b.safetensors"));
    }

    @Test
    void runsAPlanOfAnotherProcess() throws IOException, InterruptedException {
        terge("merge", "1.npz", "2.npz", "--out", "direct.npz");
        terge("plan", "1.npz", "2.npz", "--out", "planned.npz", "--save", "plan.json");
        terge("merge", "--plan", "plan.json");
        assertThat(folder.resolve("planned.npz"))
                .hasSameBinaryContentAs(folder.resolve("direct.npz"));
    }

    private String terge(String... arguments) throws IOException, InterruptedException {
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
        command.addAll(List.of("--plugins", "plugins"));
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

    private static void writeJar(Path jar) throws IOException, URISyntaxException {
        Path classes =
                Path.of(
                        NpzAdapter.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> own = Files.list(classes.resolve("io/terge/examples/npz"))) {
            for (Path each : own.sorted().toList()) {
                String name = classes.relativize(each).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new JarEntry(name));
                Files.copy(each, out);
            }
            out.putNextEntry(new JarEntry("META-INF/services/" + ModelAdapter.class.getName()));
            out.write(NpzAdapter.class.getName().getBytes(StandardCharsets.UTF_8));
        }
    }
}
