package io.terge.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Digests of several models are those of each, computed here of all bytes at once. */
class HeaderDigestsTest {

    private final HeaderDigests digests = new HeaderDigests();

    @Test
    void modelsWithTheSameParametersDifferInTheirMetadata() throws Exception {
        List<String> names = List.of("a", "b");
        for (String text : List.of("x", "y", "x")) {
            assertThat(digests.of(headers(names, text))).isEqualTo(expected(names, text));
        }
    }

    @Test
    void parametersMayDifferFromThoseBefore() throws Exception {
        for (List<String> names : List.of(List.of("a"), List.<String>of(), List.of("b", "a"))) {
            assertThat(digests.of(headers(names, "x"))).isEqualTo(expected(names, "x"));
        }
    }

    @Test
    void namesMayBeManyAndLongerThanTheBuffer() throws Exception {
        List<String> names =
                IntStream.range(0, 1000)
                        .mapToObj(i -> "parameter " + i + "-".repeat(i % 100 == 7 ? 9000 : i % 31))
                        .toList();
        assertThat(digests.of(headers(names, "x"))).isEqualTo(expected(names, "x"));
    }

    private static ModelHeaders headers(List<String> names, String text) {
        return new ModelHeaders(
                ModelReference.at("m"),
                "any",
                names.stream().map(n -> ParameterSpec.of(n, DType.F32, Shape.of(2))).toList(),
                Map.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                new TreeMap<>(Map.of("key", text)),
                new TreeMap<>(),
                new TreeMap<>(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    private static String expected(List<String> names, String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(names.size());
        for (String name : names) {
            write(name, out);
            write("F32", out);
            out.writeLong(1); // Dimensions.
            out.writeLong(2);
            out.writeLong(8); // Bytes.
        }
        out.writeLong(0); // Ties.
        out.writeLong(1);
        write("key", out);
        write(text, out);
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeLong(bytes.length);
        out.write(bytes);
    }
}
