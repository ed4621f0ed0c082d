package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.PluginDescription;
import io.terge.api.PluginDescription.Kind;
import io.terge.cli.text.MethodPage;
import io.terge.engine.Terge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** docs/methods.md tells of every method what the method says of itself. */
class MethodsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "methods.md");

    @TempDir private Path folder;

    private final List<PluginDescription> methods =
            Terge.create().plugins().stream()
                    .filter(plugin -> plugin.kind() == Kind.METHOD)
                    .toList();

    @Test
    void theDocumentIsThatOfTheMethods() throws IOException {
        String generated = MethodsDocument.of(methods);
        String written = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
        if (!generated.equals(written)) {
            Path better = Path.of("target", "golden", "methods.md");
            Files.createDirectories(better.getParent());
            Files.writeString(better, generated);
        }
        assertThat(written)
                .as("docs/methods.md; target/golden/methods.md is what the methods say")
                .isEqualTo(generated);
    }

    @Test
    void everyExampleRuns() throws IOException {
        for (String name : List.of("A", "B", "C", "BASE")) {
            float first = name.hashCode() % 7;
            new TensorFile()
                    .add("x", "F32", "[2,2]", floats(first, -1, 0.5f, 3))
                    .write(folder.resolve(name + ".safetensors"));
        }
        for (PluginDescription method : methods) {
            String example = new MethodPage(method, method.method().orElseThrow()).example();
            Object[] words =
                    Arrays.stream(example.split(" "))
                            .skip(1)
                            .map(word -> place(word, method.name()))
                            .toArray();
            CliRun run = CliRun.of(words);
            assertThat(run.status()).as("%s%n%s", example, run.err()).isZero();
        }
    }

    private String place(String word, String method) {
        if (word.equals("OUT")) {
            return folder.resolve("OUT-" + method + ".safetensors").toString();
        }
        return word.matches("[A-C]|BASE") ? folder.resolve(word + ".safetensors").toString() : word;
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    @Test
    void everyMethodSaysWhatItDoesWhenToUseItAndWhereItIsFrom() {
        assertThat(methods)
                .allSatisfy(
                        method -> {
                            assertThat(method.summary()).isNotBlank();
                            var facts = method.method().orElseThrow();
                            assertThat(facts.formula()).as(method.name()).isNotBlank();
                            assertThat(facts.advice()).as(method.name()).isNotBlank();
                        });
    }
}
