package io.terge.hf.safetensors;

import static io.terge.hf.SafetensorsBytes.entry;
import static io.terge.hf.SafetensorsBytes.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.ErrorCode;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.hf.Models;
import io.terge.hf.SafetensorsBytes;
import io.terge.model.ModelReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every way a file can be wrong: the code, the file, and the place or the numbers. */
class HostileFilesTest {

    private static final byte[] NONE = {};

    @TempDir private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource({"lengths", "texts", "entries", "shapes", "offsets"})
    void isRefused(String what, byte[] bytes, ErrorCode code, String message) throws IOException {
        Path file = Files.write(folder.resolve("bad.safetensors"), bytes);
        TergeException refusal = Models.refusal(file, code, file);
        assertThat(refusal.problems()).hasSize(1);
        assertThat(refusal).as(what).hasMessageContaining(message);
        assertThat(Models.tree(folder)).containsExactly("bad.safetensors");
    }

    private static byte[] start(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static Stream<Arguments> lengths() {
        ErrorCode truncated = TergeCode.FILE_TRUNCATED;
        ErrorCode tooLarge = SafetensorsCode.HEADER_TOO_LARGE;
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        byte[] pointer =
                "version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("empty", NONE, truncated, "is empty"),
                Arguments.of(
                        "seven bytes", new byte[7], truncated, "expected at least 8 bytes, got 7"),
                Arguments.of(
                        "header beyond the end", file(3, json, NONE), truncated, "takes 3 bytes"),
                Arguments.of(
                        "100 MB of header, not there",
                        file(100_000_000, json, NONE),
                        truncated,
                        "only 2 follow"),
                Arguments.of(
                        "header over 100 MB",
                        file(100_000_001, json, NONE),
                        tooLarge,
                        "a header of 100000001 bytes; the maximum is 100000000"),
                Arguments.of(
                        "header of 2^64 - 1",
                        file(-1, json, NONE),
                        tooLarge,
                        "a header of 18446744073709551615 bytes"),
                Arguments.of("Git LFS pointer", pointer, tooLarge, "git lfs pull"),
                Arguments.of("PyTorch file", start("PK\u0003\u0004\0\0\b\b"), tooLarge, "with .pt"),
                Arguments.of(
                        "PyTorch file before 1.6",
                        start("\u0080\u0002\u008a\nl\u00fc\u009cF"),
                        tooLarge,
                        "it looks like a PyTorch file"),
                Arguments.of("GGUF file", start("GGUF\u0003\0\0\1"), tooLarge, "a GGUF file"),
                Arguments.of(
                        "weights end early",
                        file("{\"w\":" + entry("F32", "[2]", 0, 8) + "}", 7),
                        truncated,
                        "its weights take 8 bytes, but only 7 are present"));
    }

    static Stream<Arguments> texts() {
        byte[] latin = "{\"ä\":1}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = "{\"w\":1}".getBytes(StandardCharsets.UTF_16LE);
        byte[] overlong = {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'};
        return Stream.of(
                invalid("header of no bytes", file(0, NONE, NONE), "does not start with '{'"),
                invalid("space before the object", file(" {}", 0), "does not start with '{'"),
                invalid("an array", file("[]", 0), "does not start with '{'"),
                invalid("unclosed object", file("{\"w\":", 0), "line 1, column 6"),
                invalid("no comma", file("{\n\"__metadata__\":{}\n\"v\":{}}", 0), "line 3, column"),
                invalid("a comment", file("{/* */}", 0), "line 1, column 2"),
                invalid("a trailing comma", file("{\"w\":{},}", 0), "line 1, column"),
                invalid("text after the object", file("{}x", 0), "line 1, column 3"),
                invalid("a second object", file("{} {}", 0), "unexpected data after the end"),
                invalid("zero bytes after the object", file("{}\0\0", 0), "line 1, column 3"),
                invalid("Latin-1", file(latin.length, latin, NONE), "not valid UTF-8"),
                invalid("UTF-16", file(wide.length, wide, NONE), "line 1, column 2"),
                invalid("overlong UTF-8", file(overlong.length, overlong, NONE), "not valid UTF-8"),
                invalid("half a pair", file("{\"\\ud800\":{}}", 0), "line 1, column"),
                invalid("the other half", file("{\"\\udc00\":{}}", 0), "line 1, column"),
                invalid(
                        "half a pair in a text",
                        file("{\"__metadata__\":{\"a\":\"\\ud800\"}}", 0),
                        "urrogate"),
                invalid(
                        "the other half in a text",
                        file("{\"__metadata__\":{\"a\":\"\\udc00\"}}", 0),
                        "urrogate"),
                invalid("deep nesting", file("{\"w\":" + "[".repeat(2000), 0), "the entry of 'w'"),
                Arguments.of(
                        "a name twice",
                        new SafetensorsBytes()
                                .parameter("w", "U8", "[1]", 1)
                                .parameter("w", "U8", "[1]", 2)
                                .bytes(),
                        TergeCode.DUPLICATE_NAME,
                        "contains the name 'w' twice (line 1, column"),
                Arguments.of(
                        "a name twice, once escaped",
                        file("{\"__metadata__\":{\"a\":\"\",\"\\u0061\":\"\"}}", 0),
                        TergeCode.DUPLICATE_NAME,
                        "__metadata__ contains the name 'a' twice"),
                Arguments.of(
                        "a name twice among many",
                        file(
                                "{\"__metadata__\":{%s\"n0\":\"\"}}"
                                        .formatted(
                                                IntStream.range(0, 20)
                                                        .mapToObj("\"n%d\":\"\","::formatted)
                                                        .collect(Collectors.joining())),
                                0),
                        TergeCode.DUPLICATE_NAME,
                        "__metadata__ contains the name 'n0' twice"));
    }

    static Stream<Arguments> entries() {
        return Stream.of(
                invalid("entry no object", file("{\"w\":1}", 0), "the entry of 'w' is not an"),
                invalid("no dtype", entryOf("\"shape\":[],\"data_offsets\":[0,0]"), "lacks dtype"),
                invalid(
                        "no shape",
                        entryOf("\"dtype\":\"U8\",\"data_offsets\":[0,0]"),
                        "the entry of 'w' lacks shape"),
                invalid("no offsets", entryOf("\"dtype\":\"U8\",\"shape\":[]"), "lacks data_off"),
                invalid("dtype no text", entryOf("\"dtype\":8"), "dtype of 'w' is not a string"),
                invalid("dtype null", entryOf("\"dtype\":null"), "dtype of 'w' is not a string"),
                invalid("dtype empty", entryOf("\"dtype\":\"\""), "dtype of 'w' is empty"),
                invalid("shape no list", entryOf("\"shape\":1"), "shape of 'w' is not a list"),
                invalid("shape of texts", entryOf("\"shape\":[\"1\"]"), "shape of 'w' is not a"),
                invalid(
                        "a number of very many digits",
                        entryOf("\"shape\":[" + "9".repeat(2000) + "]"),
                        "(line 1, column"),
                invalid("shape of lists", entryOf("\"shape\":[[1]]"), "shape of 'w' is not a list"),
                invalid(
                        "shape of very many",
                        entryOf("\"shape\":[" + "1,".repeat(1000) + "1]"),
                        "shape of 'w' has more than 1000 numbers"),
                invalid("offsets null", entryOf("\"data_offsets\":null"), "data_offsets of 'w' is"),
                invalid(
                        "three offsets",
                        entryOf("\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0,0]"),
                        "data_offsets of 'w' are not two"),
                invalid("metadata no object", file("{\"__metadata__\":[]}", 0), "__metadata__ is"),
                invalid(
                        "metadata of numbers",
                        file("{\"__metadata__\":{\"a\":1}}", 0),
                        "'a' is not a string"),
                Arguments.of(
                        "a field twice",
                        entryOf("\"dtype\":\"U8\",\"dtype\":\"U8\""),
                        TergeCode.DUPLICATE_NAME,
                        "the entry of 'w' contains the name 'dtype' twice"));
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                shape("negative", "[2,-1]", "negative: [2, -1]"),
                shape("negative beside zero", "[0,-1]", "negative: [0, -1]"),
                shape("beyond 64 bits", "[9223372036854775808]", "'9223372036854775808'"),
                shape("a fraction", "[1.5]", "'1.5'"),
                shape("an exponent", "[1e2]", "'1e2'"),
                shape("product beyond 64 bits", "[4294967296,4294967296]", "exceeds 64 bits"),
                shape("bytes beyond 64 bits", "[2305843009213693952]", "exceeds 64 bits"));
    }

    static Stream<Arguments> offsets() {
        return Stream.of(
                offset("backwards", "F32", "[1]", 4, 0, 4, "from 4 to 0"),
                offset("negative", "F32", "[1]", -4, 0, 4, "from -4 to 0"),
                offset("too small", "F32", "[2]", 0, 4, 4, "takes 8 bytes, but its offsets are 4"),
                offset("too large", "F32", "[1]", 0, 8, 8, "takes 4 bytes, but its offsets are 8"),
                offset("hole in front", "F32", "[1]", 4, 8, 8, "starts at 4 and leaves a gap"),
                offset("rest", "F32", "[1]", 0, 4, 9, "expected 4 bytes of weights, got 9"),
                offset("half a byte", "F4", "[3]", 0, 2, 2, "does not fill whole bytes"),
                wrong(
                        "beyond 64 bits",
                        entryOf("\"data_offsets\":[0,9223372036854775808]"),
                        "'9223372036854775808'"),
                wrong(
                        "overlap",
                        two(entry("F32", "[2]", 0, 8), entry("F32", "[2]", 4, 12), 12),
                        "'v' starts at 4 and overlaps the previous parameter, which ends at 8"),
                wrong(
                        "the same bytes twice",
                        two(entry("F32", "[1]", 0, 4), entry("F32", "[1]", 0, 4), 4),
                        "overlaps"),
                wrong(
                        "a hole",
                        two(entry("F32", "[1]", 0, 4), entry("F32", "[1]", 8, 12), 12),
                        "'v' starts at 8 and leaves a gap: the data before it ends at 4"),
                wrong(
                        "an empty parameter past the end",
                        two(entry("F32", "[1]", 0, 4), entry("F32", "[0]", 400, 400), 4),
                        "'v' starts at 400"));
    }

    @Test
    void messagesStayShortAndOnOneLine() throws IOException {
        Path file = folder.resolve("bad.safetensors");
        String name = "\\u001b[2J\\n" + "x".repeat(100_000);
        Files.write(file, file("{\"" + name + "\":1}", 0));
        TergeException refusal = Models.refusal(file, SafetensorsCode.HEADER_INVALID, file);
        assertThat(refusal.getMessage()).hasSizeLessThan(1000).doesNotContain("\u001b", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"w\":L\u009b2J}", "{\"\\u009b2J\":{\"a\":1}}"})
    void whatIsNotUnderstoodIsShownSafely(String header) throws IOException {
        Path file = folder.resolve("bad.safetensors");
        Files.write(file, file(header, 0));
        TergeException refusal = Models.refusal(file, SafetensorsCode.HEADER_INVALID, file);
        assertThat(refusal.getMessage()).contains("?2J").doesNotContain("\u009b");
    }

    @Test
    void whatIsNotThereIsNotFound() throws IOException {
        Path gone = folder.resolve("gone.safetensors");
        Models.refusal(gone, TergeCode.MODEL_NOT_FOUND, gone);
        Path link = Files.createSymbolicLink(folder.resolve("link.safetensors"), gone);
        assertThat(Models.refusal(link, TergeCode.MODEL_NOT_FOUND, link))
                .hasMessageContaining("broken symbolic link");
    }

    @Test
    void whatIsNoFileCannotBeRead() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("d"));
        Path link = Files.createSymbolicLink(folder.resolve("d.safetensors"), directory);
        SafetensorsAdapter adapter = new SafetensorsAdapter();
        assertThatThrownBy(() -> adapter.open(ModelReference.at(link), Models.context()))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(link.toString());
    }

    private static Arguments invalid(String what, byte[] bytes, String message) {
        return Arguments.of(what, bytes, SafetensorsCode.HEADER_INVALID, message);
    }

    private static Arguments shape(String what, String shape, String message) {
        byte[] bytes = file("{\"w\":" + entry("F32", shape, 0, 4) + "}", 4);
        return Arguments.of("shape " + what, bytes, TergeCode.SHAPE_INVALID, message);
    }

    private static Arguments offset(
            String what, String dtype, String shape, long start, long end, int size, String text) {
        return wrong(what, file("{\"w\":" + entry(dtype, shape, start, end) + "}", size), text);
    }

    private static Arguments wrong(String what, byte[] bytes, String message) {
        return Arguments.of("offsets " + what, bytes, SafetensorsCode.OFFSETS_INVALID, message);
    }

    private static byte[] two(String first, String second, int size) {
        return file("{\"w\":" + first + ",\"v\":" + second + "}", size);
    }

    private static byte[] entryOf(String fields) {
        return file("{\"w\":{" + fields + "}}", 0);
    }
}
