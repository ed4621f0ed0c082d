package io.terge.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.spi.method.MergeMethod;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command of the README that uses a method from a jar. */
class TiesPluginTest {

    private static final Pattern COMMAND =
            Pattern.compile("`\\./terge (merge A B [^`]*) --plugins DIR ([^`]*)`");

    @TempDir Path folder;

    @Test
    void theCommandOfTheReadmeRuns() throws IOException, URISyntaxException, InterruptedException {
        InstalledPlugin plugin = new InstalledPlugin(folder);
        plugin.install("ties", "io/terge/examples", MergeMethod.class, TiesExample.class);
        SampleModels.write(1, folder.resolve("A"));
        SampleModels.write(2, folder.resolve("B"));
        SampleModels.write(3, folder.resolve("BASE"));
        Matcher command = COMMAND.matcher(SourceTree.ofProject().read(Path.of("README.md")));
        assertThat(command.find()).isTrue();

        String said =
                plugin.terge((command.group(1) + " " + command.group(2)).strip().split("\\s+"));

        assertThat(said).contains("merged: ");
    }
}
