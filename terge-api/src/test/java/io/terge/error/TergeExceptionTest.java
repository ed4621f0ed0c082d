package io.terge.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class TergeExceptionTest {

    private static final Problem PROBLEM =
            Problem.of(ErrorCode.FILE_TRUNCATED, "a.safetensors ends after 3 bytes")
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
        assertThat(failure.code()).isEqualTo(ErrorCode.FILE_TRUNCATED);
    }

    @Test
    void aNoteMakesANewProblem() {
        Problem plain = Problem.of(ErrorCode.NO_MODELS, "There is no model");
        assertThat(plain.note("a").note("b").notes()).containsExactly("a", "b");
        assertThat(plain.notes()).isEmpty();
        assertThat(plain).hasToString("[NO_MODELS] There is no model");
    }
}
