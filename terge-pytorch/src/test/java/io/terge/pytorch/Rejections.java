package io.terge.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.ErrorCode;
import io.terge.error.TergeException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.util.Arrays;

/** Checks which problem a file is rejected with. */
final class Rejections {

    private Rejections() {}

    static void assertRejected(ThrowingCallable action, ErrorCode code, String... messages) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure -> {
                            assertThat(failure).hasMessageContainingAll(messages);
                            assertThat(failure.code()).isEqualTo(code);
                        });
    }

    /** Finds where some bytes are. */
    static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i <= bytes.length - part.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }
}
