package io.terge.hf.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.hf.Models;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.DType;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Files that make.py has made with the format's reference library, and the values it put there. */
class ReferenceFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"F64", "F32", "F16", "BF16", "F8_E4M3", "F8_E5M2"})
    void floatingTypesHaveTheValuesThatPythonWrote(String type) throws Exception {
        try (ModelSource source = Models.open(reference("every-type"))) {
            String name = "floating." + type;
            assertThat(Models.values(source, name)).containsExactly(0, -0.0, 1, -1.5, 0.25, 448);
            assertThat(source.tensor(name).spec().shape()).isEqualTo(Shape.of(2, 3));
            assertThat(source.tensor(name).spec().dtype()).isEqualTo(DType.named(type));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"I64", "I32", "I16", "I8", "U64", "U32", "U16", "U8"})
    void integerTypesHaveTheBytesThatPythonWrote(String type) throws Exception {
        try (ModelSource source = Models.open(reference("every-type"))) {
            byte[] bytes = Models.bytes(source, "integer." + type);
            int width = DType.named(type).bits() / Byte.SIZE;
            byte[] expected = new byte[3 * width];
            expected[width] = 1;
            expected[2 * width] = 100;
            assertThat(bytes).isEqualTo(expected);
        }
    }

    @Test
    void otherTypesAreCarriedAsBytes() throws Exception {
        try (ModelSource source = Models.open(reference("every-type"))) {
            assertThat(Models.bytes(source, "boolean")).containsExactly(1, 0, 1);
            assertThat(Models.bytes(source, "complex"))
                    .containsExactly(0, 0, 0x80, 0x3f, 0, 0, 0, 0x40);
            assertThat(Models.bytes(source, "scale")).containsExactly(127, 128);
            assertThat(source.tensor("scale").spec().dtype()).isEqualTo(DType.F8_E8M0);
        }
    }

    @Test
    void scalarsAndEmptyParametersAreRead() throws Exception {
        try (ModelSource source = Models.open(reference("every-type"))) {
            assertThat(source.tensor("scalar").spec().shape()).isEqualTo(Shape.of());
            assertThat(Models.values(source, "scalar")).containsExactly(7.5);
            assertThat(source.tensor("empty").spec().shape()).isEqualTo(Shape.of(0, 4));
            assertThat(Models.values(source, "empty")).isEmpty();
        }
    }

    @Test
    void namesAndTextsAreUnicode() throws Exception {
        try (ModelSource source = Models.open(reference("every-type"))) {
            assertThat(source.metadata())
                    .isEqualTo(Map.of("format", "pt", "note", "äöü €\n\"quoted\""));
            assertThat(Models.values(source, "name with spaces, \"quotes\" and äöü €"))
                    .containsExactly(3);
        }
    }

    @Test
    void metadataAndParametersMayBeMissing() throws Exception {
        try (ModelSource source = Models.open(reference("no-metadata"))) {
            assertThat(source.metadata()).isEmpty();
            assertThat(Models.values(source, "only")).containsExactly(1, 2);
        }
        try (ModelSource source = Models.open(reference("no-parameters"))) {
            assertThat(source.parameters()).isEmpty();
        }
    }

    private static Path reference(String name) throws IOException, URISyntaxException {
        URL url = ReferenceFilesTest.class.getResource("/reference/" + name + ".safetensors");
        return Path.of(Objects.requireNonNull(url, name).toURI());
    }
}
