package io.terge.examples.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.engine.Terge;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.tensor.TensorArray;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** The engine finds the format by its line in META-INF/services. */
class NpzMergeTest {

    @TempDir private Path folder;

    @Test
    void filesAreMergedIntoAFile() throws IOException {
        Path a = save("a.npz", 1, 2);
        Path merged = folder.resolve("merged.npz");
        Terge.merge(a, save("b.npz", 3, 6)).to(merged);
        assertThat(read(merged)).containsExactly(2, 4);
        assertThat(read(a)).containsExactly(1, 2);
    }

    @Test
    void aFileIsMergedInPlace() throws IOException {
        Path a = save("a.npz", 1, 2);
        Terge.merge(a, save("b.npz", 3, 6)).inPlace();
        assertThat(read(a)).containsExactly(2, 4);
    }

    @Test
    void planningRefusesWhatNumPyCannotHold() throws IOException {
        Path a = save("a.npz", 1, 2);
        Path merged = folder.resolve("merged.npz");
        assertThatThrownBy(
                        () ->
                                Terge.merge(a, a)
                                        .with(
                                                request ->
                                                        request.method("arithmetic")
                                                                .dtype(DType.BF16)
                                                                .to(merged))
                                        .plan())
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("[NPZ_UNSUPPORTED_TYPE] NumPy has no type for 'w'");
    }

    private Path save(String name, float... numbers) throws IOException {
        Path file = folder.resolve(name);
        TinyModel.seeded(1)
                .with("w", TensorArray.of(numbers))
                .write(new NpzAdapter(), ModelReference.at(file));
        return file;
    }

    private static double[] read(Path file) {
        return Objects.requireNonNull(Terge.merge(file).toArrays().get("w")).toDoubles();
    }
}
