package io.terge.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.ErrorCode;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.pytorch.problem.TorchCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;

/** Lists of weights that PyTorch does not write. */
class HostileExportedTest {

    private static final String TYPE = "\"dtype\": 7";
    private static final String SIZES = "\"sizes\": [{\"as_int\": 3}, {\"as_int\": 3}]";
    private static final String STRIDES = "\"strides\": [{\"as_int\": 3}, {\"as_int\": 1}]";
    private static final String OFFSET = "\"storage_offset\": {\"as_int\": 0}";
    private static final String HUGE = "9223372036854775807";
    private static final Program TIED = new Program("tied");

    @TempDir private Path directory;

    @Test
    void everyTruncationIsRejected() throws IOException {
        String list = TIED.list();
        for (int length = 0; length < list.length(); length++) {
            Path file = TIED.withList(list.substring(0, length), directory);
            assertThatThrownBy(() -> Checkpoint.open(file))
                    .as("%d characters", length)
                    .isInstanceOfSatisfying(
                            TergeException.class,
                            failure ->
                                    assertThat(failure.code()).isEqualTo(TorchCode.TORCH_INVALID));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"x\"", "[]", "true", "{}", "[{}]", "{\"x\": null}"})
    void everyWrongTypeIsRejected(String wrong) throws IOException {
        assertRefused(TYPE, "\"dtype\": " + (wrong.equals("7") ? "7.5" : wrong));
        assertRefused(SIZES, "\"sizes\": " + (wrong.equals("[]") ? "[[]]" : wrong));
        assertRefused(SIZES, "\"sizes\": [%s, %s]".formatted(wrong, wrong));
        assertRefused(OFFSET, "\"storage_offset\": " + wrong);
        assertRefused(OFFSET, "\"storage_offset\": {\"as_int\": %s}".formatted(wrong));
        assertRefused("\"path_name\": \"weight_0\"", "\"path_name\": " + wrong);
        assertRefused("{\"config\": ", "{\"config\": 1, \"other\": ");
        if (!wrong.equals("true")) {
            assertRefused("\"use_pickle\": false", "\"use_pickle\": " + wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "path_name",
                "use_pickle",
                "tensor_meta",
                "dtype",
                "sizes",
                "strides",
                "storage_offset",
                "layout",
                "config"
            })
    void everyMissingFieldIsRejected(String field) throws IOException {
        assertRefused("\"%s\"".formatted(field), "\"other\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99999999999999999999",
                "-1",
                "1e3",
                "1e999999999",
                "3.0",
                "9223372036854775808",
                HUGE
            })
    void everyHugeOrNegativeNumberIsRejected(String number) throws IOException {
        String known = "{\"as_int\": %s}".formatted(number);
        assertRefused(SIZES, "\"sizes\": [%s, {\"as_int\": 3}]".formatted(known));
        assertRefused(STRIDES, "\"strides\": [%s, {\"as_int\": 1}]".formatted(known));
        assertRefused(OFFSET, "\"storage_offset\": " + known);
        assertRefused(TYPE, "\"dtype\": " + number);
        assertRefused("\"layout\": 7", "\"layout\": " + number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../weights/weight_0",
                "./weight_0",
                "/weight_0",
                "x/weight_0",
                "..\\\\weight_0"
            })
    void entriesElsewhereAreRejected(String entry) throws IOException {
        assertRejected(
                "\"path_name\": \"weight_0\"",
                "\"path_name\": \"%s\"".formatted(entry),
                TergeCode.UNSAFE_PATH,
                "'first.weight' is in '");
    }

    @Test
    void entriesThatAreMissingOrNoStoragesAreNamed() throws IOException {
        String entry = "\"path_name\": \"weight_0\"";
        assertRejected(
                entry,
                "\"path_name\": \"weight_9\"",
                TorchCode.TORCH_INVALID,
                "has no entry 'tied/data/weights/weight_9'");
        assertRejected(
                entry,
                "\"path_name\": \"model_weights_config.json\"",
                TorchCode.TORCH_TENSOR_INVALID,
                "'first.weight' is in 'model_weights_config.json', which is a list of weights");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"dtype\": 7 | \"dtype\": 14 | is of the type 14",
                "\"dtype\": 7 | \"dtype\": 0 | is of the type 0",
                "\"layout\": 7 | \"layout\": 1 | has the layout sparse_coo",
                "\"layout\": 7 | \"layout\": 8 | has the layout 8",
                "\"use_pickle\": false | \"use_pickle\": true | is stored as a pickle",
                "{\"as_int\": 3} | {\"as_expr\": {\"expr_str\": \"s0\"}} | has a symbol in 'sizes'",
            })
    void whatIsNotSupportedIsNamed(String from, String to, String message) throws IOException {
        assertRejected(
                from,
                to,
                TorchCode.TORCH_TENSOR_UNSUPPORTED,
                message + (message.endsWith("'sizes'") ? " of the tensor" : ", which is not"));
    }

    @Test
    void namesThatStandTwiceAreRejected() throws IOException {
        assertRejected(
                "\"second.weight\"",
                "\"first.weight\"",
                TergeCode.DUPLICATE_NAME,
                "'config' contains the name 'first.weight' twice");
        assertRejected(TYPE, TYPE + ", " + TYPE, TergeCode.DUPLICATE_NAME, "'dtype' twice");
        assertRejected(
                "{\"as_int\": 3}",
                "{\"as_int\": 3, \"as_int\": 3}",
                TergeCode.DUPLICATE_NAME,
                "'as_int' twice");
    }

    @Test
    void tensorsOutsideOfTheirStorageAreRejected() throws IOException {
        ErrorCode code = TorchCode.TORCH_TENSOR_INVALID;
        String message = "ends at element 10, but its storage has 36 bytes";
        assertRejected(OFFSET, "\"storage_offset\": {\"as_int\": 1}", code, message);
        assertRejected(
                STRIDES, "\"strides\": [{\"as_int\": 3}]", code, "has 2 dimensions and 1 strides");
        assertRejected(TYPE, "\"dtype\": 4", code, "has a storage that is of another type or size");
        String many = "{\"as_int\": 1}, ".repeat(64);
        assertRejected("\"sizes\": [", "\"sizes\": [" + many, code, "has more than 64 dimensions");
    }

    @Test
    void deepNestingAndTrailingDataAreRejected() throws IOException {
        assertRefused("{\"config\"", "{\"x\": " + "[".repeat(1_000_000) + ", \"config\"");
        Path file = TIED.withList(TIED.list() + "{}", directory);
        Rejections.assertRejected(
                () -> Checkpoint.open(file), TorchCode.TORCH_INVALID, "unexpected data");
    }

    /** Replaces the first text only, which is of the tensor first.weight. */
    private Path replaced(String from, String to) throws IOException {
        String list = TIED.list();
        int at = list.indexOf(from);
        assertThat(at).as(from).isNotNegative();
        return TIED.withList(
                list.substring(0, at) + to + list.substring(at + from.length()), directory);
    }

    private void assertRejected(String from, String to, ErrorCode code, String message)
            throws IOException {
        Path file = replaced(from, to);
        Rejections.assertRejected(() -> Checkpoint.open(file), code, message);
    }

    private void assertRefused(String from, String to) throws IOException {
        Path file = replaced(from, to);
        assertThatThrownBy(() -> Checkpoint.open(file))
                .as(to)
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure -> assertThat(failure.code()).isInstanceOf(TorchCode.class));
    }
}
