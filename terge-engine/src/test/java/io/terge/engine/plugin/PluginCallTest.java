package io.terge.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.terge.engine.plugin.PluginCall.IoSupplier;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

class PluginCallTest {

    private static final PluginCall CALL = new Plugin<>("odd", "a plugin").call("reading 'w'");

    /** All ways to call. */
    static Stream<Function<Throwable, Object>> calls() {
        return Stream.of(
                thrown -> CALL.get(() -> raise(thrown)),
                thrown -> CALL.getReading("model m", () -> raise(thrown)),
                thrown -> CALL.getWriting("output o", () -> raise(thrown)),
                PluginCallTest::passing,
                thrown -> {
                    CALL.run(() -> raise(thrown));
                    return "";
                },
                thrown -> {
                    CALL.runReading("model m", () -> raise(thrown));
                    return "";
                },
                thrown -> {
                    CALL.runWriting("output o", () -> raise(thrown));
                    return "";
                });
    }

    @ParameterizedTest
    @MethodSource("calls")
    void blamesThePluginForWhatItThrows(Function<Throwable, Object> call) {
        for (Throwable thrown :
                List.of(
                        new IllegalStateException("no"),
                        new NoSuchMethodError("no"),
                        new CheckedException("no"))) {
            assertThatThrownBy(() -> call.apply(thrown))
                    .isInstanceOf(TergeException.class)
                    .hasCause(thrown)
                    .hasMessageStartingWith(
                            "[PLUGIN_FAILED] Plugin 'odd' failed while reading 'w': " + thrown)
                    .hasMessageContaining("class: java.lang.String (the Java runtime)")
                    .hasMessageContaining("fix: report this to the plugin's author");
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void letsFailuresThatTergeKnowsAndErrorsPass(Function<Throwable, Object> call) {
        for (Throwable thrown :
                List.of(
                        new TergeException(Problem.of(TergeCode.MODEL_CHANGED, "gone")),
                        new OutOfMemoryError("heap"),
                        new StackOverflowError(),
                        new AssertionError("test"))) {
            assertThat(catchThrowable(() -> call.apply(thrown))).isSameAs(thrown);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void tellsAnInterruptFromAFailure(Function<Throwable, Object> call) {
        for (Throwable thrown :
                List.of(
                        new InterruptedException(),
                        new IllegalStateException(new InterruptedException()))) {
            assertThat(catchThrowable(() -> call.apply(thrown)))
                    .isInstanceOfSatisfying(
                            TergeException.class,
                            failure -> assertThat(failure.code()).isEqualTo(TergeCode.CANCELLED));
        }
        assertThat(code(() -> CALL.getReading("m", () -> raise(new ClosedByInterruptException()))))
                .isEqualTo(TergeCode.CANCELLED);
    }

    @Test
    @SuppressWarnings("NullAway") // A plugin may be compiled without such checks.
    void takesNullForABrokenContract() {
        List<IoSupplier<Object>> calls =
                List.of(
                        () -> CALL.get(() -> null),
                        () -> CALL.getReading("model m", () -> null),
                        () -> CALL.getWriting("output o", () -> null),
                        () -> CALL.getPassing(() -> null));
        for (IoSupplier<Object> call : calls) {
            assertThatThrownBy(call::get)
                    .isInstanceOf(TergeException.class)
                    .hasMessageContaining(
                            "Plugin 'odd' breaks its contract: it returned null while reading 'w'");
        }
    }

    @Test
    void tellsWhatCannotBeRead() {
        assertThat(reading(new NoSuchFileException("a.bin")))
                .isEqualTo("[CANNOT_READ] Cannot read model m: no such file or directory: a.bin");
        assertThat(reading(new AccessDeniedException("a.bin")))
                .isEqualTo("[CANNOT_READ] Cannot read model m: permission denied: a.bin");
        assertThat(reading(new IOException("bad sector")))
                .isEqualTo("[CANNOT_READ] Cannot read model m: bad sector");
        assertThat(reading(new InternalError("a fault occurred in an unsafe access")))
                .isEqualTo(
                        """
                        [CANNOT_READ] Cannot read model m: its file was truncated or the disk failed
                           fix: do not modify the models during a merge\
                        """);
    }

    @Test
    void tellsWhatCannotBeWritten() {
        assertThat(writing(new FileAlreadyExistsException("out")))
                .isEqualTo("[CANNOT_WRITE] Cannot write output o: already exists: out");
        assertThat(writing(new FileSystemException("out", null, "No space left on device")))
                .isEqualTo(
                        """
                        [DISK_FULL] Cannot write output o: No space left on device: out
                           fix: free disk space; `terge plan` shows how much is needed\
                        """);
    }

    @Test
    void letsAnotherPluginSeeWhatCannotBeRead() {
        IOException failure = new IOException("bad sector");
        assertThat(catchThrowable(() -> CALL.getPassing(() -> raise(failure)))).isSameAs(failure);
    }

    private static String reading(Throwable thrown) {
        return message(() -> CALL.getReading("model m", () -> raise(thrown)));
    }

    private static String writing(Throwable thrown) {
        return message(() -> CALL.getWriting("output o", () -> raise(thrown)));
    }

    private static String message(IoSupplier<Object> call) {
        return String.valueOf(catchThrowable(call::get).getMessage());
    }

    private static Object code(IoSupplier<Object> call) {
        return ((TergeException) catchThrowable(call::get)).code();
    }

    private static Object passing(Throwable thrown) {
        try {
            return CALL.getPassing(() -> raise(thrown));
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    // As code in other languages of the JVM throws, declared or not.
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> Object raise(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static final class CheckedException extends Exception {
        @java.io.Serial private static final long serialVersionUID = 1;

        CheckedException(String message) {
            super(message);
        }
    }
}
