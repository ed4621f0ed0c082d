package io.terge.pytorch.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.ErrorCode;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.stream.Stream;

/** Every way a pickle can be malformed: the code, and what and where it is. */
class InvalidPicklesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource({"structures", "literals", "unsupported"})
    void isRejected(String pickle, ErrorCode code, String message) {
        byte[] bytes = Assembler.bare().ascii(pickle).toBytes();
        assertThatThrownBy(() -> Assembler.read(bytes))
                .isInstanceOfSatisfying(
                        TergeException.class, failure -> assertThat(failure.code()).isEqualTo(code))
                .hasMessageContaining("'test.pkl': " + message);
    }

    static Stream<Arguments> structures() {
        return Stream.of(
                invalid("NN\u0001", "0x01 is not an instruction, at byte 2"),
                invalid(".", "STOP finds too few values on the stack, at byte 0"),
                invalid("(.", "STOP finds too few values"),
                invalid("N(0\u0085(2", "DUP finds too few values"),
                invalid("0", "POP finds too few values"),
                invalid("Nt.", "TUPLE finds no mark on the stack, at byte 1"),
                invalid("e", "APPENDS finds no mark"),
                invalid("(e", "APPENDS finds too few values"),
                invalid("N\u0086", "TUPLE2 finds too few values"),
                invalid("NN\u0087", "TUPLE3 finds too few values"),
                invalid("](N\u0086", "TUPLE2 finds too few values"),
                invalid("NNa", "APPEND expected a list or an object, got None"),
                invalid(")(Ne", "APPENDS expected a list or an object, got a tuple"),
                invalid("](N\u0090", "ADDITEMS expected a set or an object, got a list"),
                invalid("\u008f(Ne", "APPENDS expected a list or an object, got a set"),
                invalid("]NNs", "SETITEM expected a dict or an object, got a list"),
                invalid("}(NNNu", "SETITEMS finds a key without a value"),
                invalid("(Nd", "DICT finds a key without a value"),
                invalid("h\u0000", "the memo has no value 0"),
                invalid("g7\n", "the memo has no value 7"),
                invalid("gx\n", "an index of the memo is not a number"),
                invalid("Np-1\n", "an index of the memo is not a number"),
                invalid("q\u0000", "BINPUT finds too few values"),
                invalid("NNR", "REDUCE expected a tuple of arguments, got None"),
                invalid("NN\u0081", "NEWOBJ expected a tuple of arguments"),
                invalid("NNN\u0092", "NEWOBJ_EX expected a tuple of arguments"),
                invalid("N)R", "REDUCE expected a function or class, got None"),
                invalid("N)}\u0092", "NEWOBJ_EX expected a function or class, got None"),
                invalid("(No", "OBJ expected a function or class, got None"),
                invalid("(o", "OBJ finds no class"),
                invalid("NN\u0093", "STACK_GLOBAL expected two strings"),
                invalid("}}b", "BUILD expected an object, got a dict"),
                invalid("ca\nb\n)R}b}b", "BUILD gives an object a second state"));
    }

    static Stream<Arguments> literals() {
        return Stream.of(
                invalid("I1x\n", "an integer has characters that are not digits"),
                invalid("I\n", "an integer has characters that are not digits"),
                invalid("LL\n", "an integer has characters that are not digits"),
                invalid("F0x1p3\n", "a floating-point number is malformed"),
                invalid("F1.0f\n", "a floating-point number is malformed"),
                invalid("\u008b\u00ff\u00ff\u00ff\u00ff", "an integer has a negative size"),
                invalid("T\u00ff\u00ff\u00ff\u00ff", "a string or byte string has the size"),
                invalid("\u008c\u0001\u00ff", "a string is not valid UTF-8, at byte 0"),
                invalid("c\u00ff\nx\n", "a string is not valid UTF-8"),
                invalid("Sx\n", "a string has no quotes around it"),
                invalid("S'x\n", "a string has no quotes around it"),
                invalid("S'\n", "a string has no quotes around it"),
                invalid("S'\\'\n", "a string ends within an escape"),
                invalid("S'\\x1'\n", "a string has a malformed escape"),
                invalid("V\\u12\n", "a string has a malformed escape"),
                invalid("V\\Uffffffff\n", "a string has a malformed escape"));
    }

    static Stream<Arguments> unsupported() {
        ErrorCode code = PickleCode.PICKLE_UNSUPPORTED;
        return Stream.of(
                Arguments.of("\u0080\u0006", code, "protocol 6 is not supported"),
                Arguments.of("\u0082\u0001", code, "EXT1 refers to a registry"),
                Arguments.of("\u0083\u0001\u0001", code, "EXT2 refers to a registry"),
                Arguments.of("\u0084\u0001", code, "EXT4 refers to a registry"),
                Arguments.of("\u0097", code, "NEXT_BUFFER refers to a buffer"),
                Arguments.of("\u0098", code, "READONLY_BUFFER refers to a buffer"));
    }

    private static Arguments invalid(String pickle, String message) {
        return Arguments.of(pickle, PickleCode.PICKLE_INVALID, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "clutter", "binary", "shared"})
    void isTruncatedAtEveryByte(String name) {
        for (int protocol = 0; protocol <= 5; protocol++) {
            byte[] whole = Fixtures.bytes(name, protocol);
            int step = Math.max(1, whole.length / 2000);
            for (int size = 0; size < whole.length; size += step) {
                byte[] part = Arrays.copyOf(whole, size);
                assertThatThrownBy(() -> Assembler.read(part))
                        .isInstanceOfSatisfying(
                                TergeException.class,
                                failure ->
                                        assertThat(failure.code())
                                                .isEqualTo(TergeCode.FILE_TRUNCATED));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "B\u00ff\u00ff\u00ff\u007f",
                "\u008e\u0000\u0000\u0000\u0000\u00ff\u0000\u0000\u0000",
                "\u0096\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f",
                "X\u00ff\u00ff\u00ff\u00ff",
                "\u0095\u00ff\u00ff\u00ff\u00ff\u0000\u0000\u0000\u0000"
            })
    void nothingIsAllocatedForBytesThatDoNotExist(String pickle) {
        byte[] bytes = Assembler.bare().ascii(pickle).toBytes();
        assertThatThrownBy(() -> Assembler.read(bytes))
                .hasMessageContaining("[FILE_TRUNCATED]")
                .hasMessageContaining("got 0");
    }
}
