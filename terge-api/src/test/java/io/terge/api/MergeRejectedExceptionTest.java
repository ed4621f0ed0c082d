package io.terge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.terge.error.Problem;
import io.terge.error.TergeCode;

import org.junit.jupiter.api.Test;

import java.util.List;

class MergeRejectedExceptionTest {

    private static final Problem UNKNOWN =
            Problem.of(TergeCode.UNKNOWN_METHOD, "There is no merge method 'arithmetik'")
                    .causedBy("method rule 1: arithmetik")
                    .note("available: arithmetic");
    private static final Problem RANGE =
            Problem.of(TergeCode.BASE_OUT_OF_RANGE, "The base is model 7 of 2");

    @Test
    void numbersItsProblems() {
        assertThat(new MergeRejectedException("Cannot merge into out", List.of(UNKNOWN, RANGE)))
                .hasMessage(
                        """
                        Cannot merge into out: 2 problems, nothing was written.

                        1) [UNKNOWN_METHOD] There is no merge method 'arithmetik'
                           caused by: method rule 1: arithmetik
                           available: arithmetic

                        2) [BASE_OUT_OF_RANGE] The base is model 7 of 2\
                        """);
    }

    @Test
    void hasItsOwnWordForASingleProblem() {
        assertThat(new MergeRejectedException("Cannot plan", List.of(RANGE)))
                .hasMessage(
                        """
                        Cannot plan: 1 problem, nothing was written.

                        1) [BASE_OUT_OF_RANGE] The base is model 7 of 2\
                        """);
    }

    @Test
    void keepsAllProblemsAndTheCodeOfTheFirst() {
        MergeRejectedException rejected =
                new MergeRejectedException("Cannot plan", List.of(UNKNOWN, RANGE));
        assertThat(rejected.problems()).containsExactly(UNKNOWN, RANGE);
        assertThat(rejected.code()).isEqualTo(TergeCode.UNKNOWN_METHOD);
    }

    @Test
    void needsAProblem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MergeRejectedException("Cannot plan", List.of()));
    }
}
