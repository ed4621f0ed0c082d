package io.terge.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.MergeRequest;
import io.terge.api.Merger;
import io.terge.engine.Terge;
import io.terge.error.TergeException;
import io.terge.spi.method.MergeMethod;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file that is cut short while it is merged. */
class VanishingModelTest {

    @TempDir private Path folder;
    private Path a = Path.of("");
    private Path b = Path.of("");

    @BeforeEach
    void writeModels() {
        a = folder.resolve("a.safetensors");
        b = folder.resolve("b.safetensors");
        for (Path file : new Path[] {a, b}) {
            Map<String, TensorArray> arrays = new LinkedHashMap<>();
            arrays.put("first", TensorArray.of(new float[50_000], 50_000));
            arrays.put("second", TensorArray.of(new float[50_000], 50_000));
            Terge.merge(arrays, arrays).to(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "glob:*"})
    void theModelThatWasCutShortIsNamed(String merged) throws IOException {
        Path out = folder.resolve("out.safetensors");
        // Merged first, by a method that cuts the file; then the second one, merged or copied.
        MergeRequest request =
                MergeRequest.builder()
                        .model(a)
                        .model(b)
                        .method("first", "cutting")
                        .method("arithmetic")
                        .include(merged)
                        .to(out)
                        .build();
        Merger merger = Terge.builder().threads(1).plugin(new Cutting(a)).build();

        assertThatThrownBy(() -> merger.merge(request))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("[CANNOT_READ]")
                .hasMessageContaining("'second' of " + a)
                .hasMessageContaining("truncated");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(a, b);
        }
    }

    /** Cuts a file short behind its first parameter. */
    private record Cutting(Path file) implements MergeMethod {

        @Override
        public String name() {
            return "cutting";
        }

        @Override
        public Output merge(ParameterMerge merge) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(250_000);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return Output.linear(merge.weights());
        }
    }
}
