package io.terge.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class TergeExceptionTest {

    private static final Problem PROBLEM =
            Problem.of(TergeCode.FILE_TRUNCATED, "a.safetensors ends after 3 bytes")
                    .note("a header takes 8 bytes")
                    .fix("download it again");

    @Test
    void theMessageHasCodeNotesAndFix() {
        assertThat(new TergeException(PROBLEM))
                .hasMessage(
                        """
                        [FILE_TRUNCATED] a.safetensors ends after 3 bytes
                           a header takes 8 bytes
                           fix: download it again\
                        """);
    }

    @Test
    void theProblemAndTheCauseAreKept() {
        IOException cause = new IOException("cause");
        TergeException failure = new TergeException(PROBLEM, cause);
        assertThat(failure).hasCause(cause);
        assertThat(failure.problems()).containsExactly(PROBLEM);
        assertThat(failure.code()).isEqualTo(TergeCode.FILE_TRUNCATED);
    }
}
