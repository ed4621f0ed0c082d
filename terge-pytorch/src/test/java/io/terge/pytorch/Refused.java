package io.terge.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.nio.file.Path;

/**
 * A refusal.
 *
 * @param failure what was thrown
 */
record Refused(Throwable failure) {

    static Refused reading(Path path) {
        return of(() -> Checkpoint.open(path).close());
    }

    /** Plans an output; nothing is written. */
    static Refused planning(Path target, ModelBlueprint blueprint) {
        Refused refused =
                of(() -> new PyTorchWriter().shards(ModelReference.at(target), blueprint));
        assertThat(target).doesNotExist();
        return refused;
    }

    private static Refused of(ThrowingCallable action) {
        Throwable thrown = catchThrowable(action);
        assertThat(thrown).isNotNull();
        return new Refused(thrown);
    }

    /** Checks that an output is refused, with texts of the message and the fix. */
    void with(String... texts) {
        with(TergeCode.OUTPUT_NOT_SUPPORTED, texts);
    }

    /** Checks the code, and texts of the message and the fix. */
    void with(ErrorCode code, String... texts) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refusal -> {
                            Problem problem = refusal.problems().getFirst();
                            assertThat(problem.code()).isEqualTo(code);
                            assertThat(problem.message() + problem.fixes()).contains(texts);
                        });
    }
}
