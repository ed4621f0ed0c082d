package io.terge.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

import io.terge.api.MergeReport;
import io.terge.engine.Terge;
import io.terge.error.TergeException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/**
 * Models that DJL loaded from TorchScript files, with a tie, a buffer and a transposed parameter.
 */
@NativeTest
class TorchScriptTest {

    private static final Path FOLDER = Path.of("src/test/resources/pytorch");

    private final NDManager manager = NDManager.newBaseManager();
    private final NDArray words = manager.create(new long[] {0, 3, 5});

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void mergesInPlaceWhatPyTorchComputes() throws IOException, MalformedModelException {
        try (Model one = load("one");
                Model two = load("two")) {
            assertThat(Networks.output(one.getBlock(), words))
                    .containsExactly(expected("one"), EPS);
            MergeReport report = Terge.merge(one, two).inPlace();
            assertThat(Networks.output(one.getBlock(), words))
                    .containsExactly(expected("mean"), EPS);
            assertThat(Networks.output(two.getBlock(), words))
                    .containsExactly(expected("two"), EPS);
            assertThat(report.warnings())
                    .extracting(problem -> problem.code().name())
                    .contains("DJL_BUFFERS_NOT_VISIBLE");
        }
    }

    @Test
    void mergesALoadedModelWithAFile(@TempDir Path folder)
            throws IOException, MalformedModelException {
        Path file = folder.resolve("two.safetensors");
        try (Model one = load("one");
                Model two = load("two")) {
            Terge.merge(two).to(file);
            Terge.merge(one, file).weights(0, 1).inPlace();
            assertThat(Networks.output(one.getBlock(), words))
                    .containsExactly(expected("two"), EPS);
        }
    }

    @Test
    void mergesATensorWithTwoNamesOnce() throws IOException, MalformedModelException {
        try (Model one = load("one");
                Model two = load("two")) {
            assertThat(Terge.merge(one, two).plan().merged())
                    .extracting(merged -> merged.output().name())
                    .containsExactlyInAnyOrder(
                            "turned", "embedding.weight", "norm.weight", "norm.bias");
        }
    }

    @Test
    void refusesTypesThatDjlCannotRead() throws IOException, MalformedModelException {
        try (Model model = load("bfloat16")) {
            assertThatExceptionOfType(TergeException.class)
                    .isThrownBy(() -> Terge.merge(model).plan())
                    .withMessageContaining("DJL_TYPE_NOT_SUPPORTED")
                    .withMessageContaining("'weight'")
                    .withMessageContaining("merge the model's file");
        }
    }

    private static final org.assertj.core.data.Offset<Float> EPS = within(1e-5f);

    private static float[] expected(String name) {
        return Networks.array(FOLDER.resolve("outputs.safetensors"), name)
                .memory()
                .toArray(ValueLayout.JAVA_FLOAT);
    }

    private static Model load(String name) throws IOException, MalformedModelException {
        Model model = Model.newInstance(name, "PyTorch");
        model.load(FOLDER, name);
        return model;
    }
}
