package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

class HeapFullTest {

    @Test
    void aFullHeapIsAProblemAndNotAFault(@TempDir Path folder) throws IOException {
        Path a = new TensorFile().with("x", 1).write(folder.resolve("a.safetensors"));
        Path b = new TensorFile().with("x", 2).write(folder.resolve("b.safetensors"));
        Path out = folder.resolve("out.safetensors");
        StringWriter err = new StringWriter();
        Terminal full =
                new Terminal(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err),
                        () -> {
                            throw new OutOfMemoryError("Java heap space");
                        });

        int status =
                new Cli(full).run("merge", a.toString(), b.toString(), "--out", out.toString());

        assertThat(status).isEqualTo(3);
        assertThat(err.toString())
                .startsWith("error: [NOT_ENOUGH_MEMORY] The Java heap of ")
                .contains("is full: Java heap space", "fix: raise --max-memory")
                .doesNotContain("\tat ");
        assertThat(FolderState.of(folder)).containsOnlyKeys("", "a.safetensors", "b.safetensors");
    }
}
