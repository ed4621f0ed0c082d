package io.terge.examples.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.DType;
import io.terge.tensor.Shape;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;
import io.terge.testkit.TestAdapterContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/** Files that make_npz.py has made with NumPy, and the values it put there. */
class NumPyFilesTest {

    @ParameterizedTest
    @CsvSource({"f8, F64", "f4, F32", "f2, F16"})
    void floatingTypesHaveTheValuesThatNumPyWrote(String type, String expected) throws Exception {
        try (ModelSource source = open("numpy")) {
            Tensor tensor = source.tensor("floating." + type);
            assertThat(tensor.spec().dtype()).isEqualTo(DType.named(expected));
            assertThat(tensor.spec().shape()).isEqualTo(Shape.of(2, 3));
            assertThat(values(tensor)).containsExactly(0, -0.0, 1, -1.5, 0.25, 448);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "i8, I64", "i4, I32", "i2, I16", "i1, I8", "u8, U64", "u4, U32", "u2, U16", "u1, U8"
    })
    void integerTypesHaveTheBytesThatNumPyWrote(String type, String expected) throws Exception {
        try (ModelSource source = open("numpy")) {
            Tensor tensor = source.tensor("integer." + type);
            assertThat(tensor.spec().dtype()).isEqualTo(DType.named(expected));
            int width = tensor.spec().dtype().bits() / Byte.SIZE;
            byte[] bytes = new byte[3 * width];
            bytes[width] = 1;
            bytes[2 * width] = 100;
            assertThat(bytes(tensor)).isEqualTo(bytes);
        }
    }

    @Test
    void otherArraysAreRead() throws Exception {
        try (ModelSource source = open("numpy")) {
            assertThat(source.parameters()).hasSize(15);
            assertThat(source.warnings()).isEmpty();
            assertThat(source.tensor("boolean").spec().dtype()).isEqualTo(DType.BOOL);
            assertThat(bytes(source.tensor("boolean"))).containsExactly(1, 0, 1);
            assertThat(source.tensor("scalar").spec().shape()).isEqualTo(Shape.of());
            assertThat(values(source.tensor("scalar"))).containsExactly(7.5);
            assertThat(source.tensor("empty").spec().shape()).isEqualTo(Shape.of(0, 4));
            assertThat(values(source.tensor("name with spaces and äöü €"))).containsExactly(3);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compressed|ZIP_COMPRESSED|np.savez instead of np.savez_compressed",
                "fortran|NPZ_FORTRAN_ORDER|np.ascontiguousarray(array)",
                "big-endian|NPZ_UNSUPPORTED_TYPE|'weight.npy' is of type '>f4'",
                "structured|NPZ_UNSUPPORTED_TYPE|'weight.npy' is of type [('a'",
            })
    void whatIsNotReadIsNamed(String name, String code, String message) {
        assertThatThrownBy(() -> open(name).close())
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refusal -> assertThat(refusal.code().name()).isEqualTo(code))
                .hasMessageContaining(name + ".npz'")
                .hasMessageContaining(message);
    }

    private static ModelSource open(String name) throws IOException, URISyntaxException {
        URL url = NumPyFilesTest.class.getResource("/npz/" + name + ".npz");
        ModelReference file = ModelReference.at(Path.of(Objects.requireNonNull(url, name).toURI()));
        return TestAdapterContext.of(new NpzAdapter()).open(file);
    }

    private static double[] values(Tensor tensor) throws IOException {
        double[] values = new double[Math.toIntExact(tensor.spec().elements())];
        tensor.read(0, values, 0, values.length);
        return values;
    }

    private static byte[] bytes(Tensor tensor) throws IOException {
        StoredBytes stored = tensor.bytes().orElseThrow();
        byte[] bytes = new byte[Math.toIntExact(stored.size())];
        stored.read(0, MemorySegment.ofArray(bytes));
        return bytes;
    }
}
