package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.PluginDescription;
import io.terge.api.PluginDescription.Kind;
import io.terge.engine.Terge;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** docs/methods.md tells of every method what the method says of itself. */
class MethodsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "methods.md");

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
