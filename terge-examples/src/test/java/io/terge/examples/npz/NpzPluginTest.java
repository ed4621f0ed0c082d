package io.terge.examples.npz;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.examples.InstalledPlugin;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelAdapter;
import io.terge.tensor.DType;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * The format as its users get it: a jar in a folder, and a process that knows nothing else of it.
 */
class NpzPluginTest {

    @TempDir Path folder;

    @BeforeEach
    void installAndWriteModels() throws IOException, URISyntaxException {
        new InstalledPlugin(folder)
                .install("npz", "io/terge/examples/npz", ModelAdapter.class, NpzAdapter.class);
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
        return new InstalledPlugin(folder).terge(arguments);
    }
}
