package io.terge.pytorch;

import static io.terge.pytorch.PickleText.again;
import static io.terge.pytorch.PickleText.dict;
import static io.terge.pytorch.PickleText.floats;
import static io.terge.pytorch.PickleText.global;
import static io.terge.pytorch.PickleText.keep;
import static io.terge.pytorch.PickleText.number;
import static io.terge.pytorch.PickleText.text;
import static io.terge.pytorch.PickleText.tuple;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.error.ErrorCode;
import io.terge.error.TergeCode;
import io.terge.pytorch.problem.TorchCode;
import io.terge.spi.format.ModelSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Dictionaries that no program saves cost little, and are rejected or read. */
@Timeout(60)
class HostileStateDictsTest {

    private static final String WEIGHT = floats("0", 1);

    @TempDir Path directory;

    @Test
    void aDictionaryInItself() throws IOException {
        String tensors = "}r\0\0\0\0(" + text("w") + WEIGHT + text("self") + again(0) + "u";
        assertRejected(
                tensors,
                TorchCode.TORCH_SEVERAL_STATE_DICTS,
                "a state dict: 'self' and 1 other tensor");
        try (ModelSource source = open(tensors, "key", ".")) {
            assertThat(source.parameters()).hasSizeBetween(1, 40);
        }
        String only = "}r\0\0\0\0(" + text("model") + again(0) + "u";
        assertRejected(only, TorchCode.TORCH_NO_STATE_DICT, "contains no state dict");
        String both = "}r\0\0\0\0(" + text("model") + again(0) + text("w") + WEIGHT + "u";
        assertRejected(both, TorchCode.TORCH_SEVERAL_STATE_DICTS, "'model");
    }

    @Test
    void sharedDictionariesAreLookedAtOnce() throws IOException {
        String none = shared(dict(text("x"), PickleText.NONE), 30);
        assertRejected(none, TorchCode.TORCH_NO_STATE_DICT, "contains no state dict");
        String tensors = shared(dict(text("w"), WEIGHT), 30);
        assertRejected(tensors, TorchCode.TORCH_SEVERAL_STATE_DICTS, "'a', 'b'");
    }

    @Test
    void sharedDictionariesThatAreFlattenedHaveALimit() throws IOException {
        assertRejected(
                shared(dict(text("w"), WEIGHT), 25),
                TorchCode.TORCH_INVALID,
                "has more than 1048576 tensors",
                "key",
                ".");
        assertRejected(
                manyLongNames(), TorchCode.TORCH_INVALID, "has names of more than", "key", ".");
    }

    @Test
    void namesOfClassesAreShownSafely() throws IOException {
        String esc = "\u001b[2J";
        String storage = PickleText.storage(esc, "0", 1);
        String one = PickleText.numbers(1);
        assertRejected(
                dict(text("w"), PickleText.tensor(storage, 0, one, one)),
                TorchCode.TORCH_TENSOR_UNSUPPORTED,
                "of the class torch.?[2J, which");
        assertRejected(
                dict(text("w"), PickleText.global("torch._utils", "_rebuild_" + esc) + ")R"),
                TorchCode.TORCH_TENSOR_UNSUPPORTED,
                "is made by torch._utils._rebuild_?[2J, which");
    }

    private static String manyLongNames() {
        StringBuilder inner = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            inner.append(text("w" + i)).append(i == 0 ? keep(0, WEIGHT) : again(0));
        }
        return dict(text("x".repeat(100_000)), dict(inner.toString()));
    }

    @Test
    void namesThatJoinToOne() throws IOException {
        String two = dict(text("a.w"), WEIGHT, text("a"), dict(text("w"), WEIGHT));
        assertRejected(two, TergeCode.DUPLICATE_NAME, "has two tensors 'a.w'", "key", ".");
        assertRejected(two, TergeCode.DUPLICATE_NAME, "choose one of the dictionaries", "key", ".");
    }

    @Test
    void aMillionNames() throws IOException {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < 1_000_000; i++) {
            entries.append(text("w" + i)).append(i == 0 ? keep(0, WEIGHT) : again(0));
        }
        try (ModelSource source = open(dict(entries.toString()))) {
            assertThat(source.parameters()).hasSize(1_000_000);
            assertThat(source.ties()).hasSize(999_999);
        }
    }

    @Test
    void deepNesting() throws IOException {
        assertRejected(nested(100_000), TorchCode.TORCH_NO_STATE_DICT, "contains no state dict");
        assertRejected(nested(40), TorchCode.TORCH_NO_STATE_DICT, "", "key", ".");
        try (ModelSource source = open(nested(30))) {
            assertThat(source.parameters()).singleElement().matches(one -> one.name().equals("w"));
        }
    }

    /** It is found at the second place, though it is too deep at the first. */
    @Test
    void aDictionaryThatIsFirstReachedTooDeeply() throws IOException {
        String inner = "}(" + text("a");
        String shared = inner.repeat(20) + dict(text("w"), WEIGHT) + "u".repeat(19) + keep(7, "u");
        String deep = inner.repeat(25) + shared + "u".repeat(25);
        String value = dict(text("epochs"), deep, text("model"), again(7));
        try (ModelSource source = open(value)) {
            assertThat(source.parameters()).singleElement().matches(one -> one.name().equals("w"));
        }
        try (ModelSource source = open(value, "key", ".")) {
            assertThat(source.parameters())
                    .singleElement()
                    .matches(one -> one.name().equals("model." + "a.".repeat(20) + "w"));
            assertThat(source.warnings()).singleElement().asString().contains("(dict)");
        }
    }

    @Test
    void keysOfOtherTypesAreIgnored() throws IOException {
        try (ModelSource source = open(dict(text("w"), WEIGHT, PickleText.number(3), WEIGHT))) {
            assertThat(source.parameters()).hasSize(1);
            assertThat(source.warnings()).singleElement().asString().contains("a key of type int");
        }
    }

    @Test
    void keysOfOtherTypesAloneAreNoStateDict() throws IOException {
        assertRejected(
                dict(number(0), WEIGHT), TorchCode.TORCH_NO_STATE_DICT, "contains no state dict");
    }

    @Test
    void aTensorThatIsChangedAfterItIsMade() throws IOException {
        String state = tuple(floats("0", 1), number(0));
        assertRejected(
                dict(text("w"), WEIGHT + state + "b"),
                TorchCode.TORCH_TENSOR_UNSUPPORTED,
                "the tensor 'w' is changed after it is made");
    }

    @Test
    void metadataThatMayConjugate() throws IOException {
        String ordered = global("collections", "OrderedDict") + ")R(" + text("conj") + "\u0088u";
        for (String metadata : List.of(ordered, dict(text("conj"), number(1)))) {
            String tensor =
                    global("torch._utils", "_rebuild_tensor_v2")
                            + tuple(
                                    PickleText.storage("FloatStorage", "0", 1),
                                    number(0),
                                    PickleText.numbers(1),
                                    PickleText.numbers(1),
                                    PickleText.FALSE,
                                    PickleText.NONE,
                                    metadata)
                            + "R";
            assertRejected(
                    dict(text("w"), tensor),
                    TorchCode.TORCH_TENSOR_UNSUPPORTED,
                    "the tensor 'w' has metadata by which it may be another view");
        }
    }

    @Test
    void anEmptyDictionaryIsAModelWithoutParameters() throws IOException {
        try (ModelSource source = open(dict())) {
            assertThat(source.parameters()).isEmpty();
        }
    }

    /** Each dictionary has the one before it twice. */
    private static String shared(String innermost, int levels) {
        StringBuilder all = new StringBuilder();
        for (int i = levels; i > 0; i--) {
            all.append("}(").append(text("a"));
        }
        all.append(keep(0, innermost));
        for (int i = 1; i <= levels; i++) {
            all.append(text("b")).append(again(i - 1)).append(keep(i, "u"));
        }
        return all.toString();
    }

    private static String nested(int levels) {
        return ("}(" + text("a")).repeat(levels) + dict(text("w"), WEIGHT) + "u".repeat(levels);
    }

    private ModelSource open(String value, String... settings) throws IOException {
        return Checkpoint.open(TorchZip.of(value).storage("0", 4).in(directory), settings);
    }

    private void assertRejected(String value, ErrorCode code, String message, String... settings) {
        Rejections.assertRejected(() -> open(value, settings).close(), code, message);
    }
}
