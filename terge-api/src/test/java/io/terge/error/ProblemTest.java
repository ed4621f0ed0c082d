package io.terge.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

class ProblemTest {

    /** The codes of a plugin. */
    enum NpzCode implements ErrorCode {
        NPZ_BAD_MAGIC;

        @Override
        public Kind kind() {
            return Kind.REJECTED;
        }
    }

    private static final Problem PROBLEM =
            Problem.of(NpzCode.NPZ_BAD_MAGIC, "a.npz is no archive")
                    .fix("download it again")
                    .note("it starts with 'GGUF'")
                    .causedBy("model 0: a.npz")
                    .note("an archive starts with 'PK'");

    @Test
    void hasFields() {
        assertThat(PROBLEM.code()).isEqualTo(NpzCode.NPZ_BAD_MAGIC);
        assertThat(PROBLEM.code().kind()).isEqualTo(ErrorCode.Kind.REJECTED);
        assertThat(PROBLEM.message()).isEqualTo("a.npz is no archive");
        assertThat(PROBLEM.cause()).contains("model 0: a.npz");
        assertThat(PROBLEM.notes())
                .containsExactly("it starts with 'GGUF'", "an archive starts with 'PK'");
        assertThat(PROBLEM.fixes()).containsExactly("download it again");
    }

    @Test
    void showsCauseNotesAndFixesInThisOrder() {
        assertThat(PROBLEM)
                .hasToString(
                        """
                        [NPZ_BAD_MAGIC] a.npz is no archive
                           caused by: model 0: a.npz
                           it starts with 'GGUF'
                           an archive starts with 'PK'
                           fix: download it again\
                        """);
    }

    @Test
    void growsByCopies() {
        Problem plain = Problem.of(TergeCode.NO_MODELS, "No model is given");
        assertThat(plain.note("a").note("b").notes()).containsExactly("a", "b");
        assertThat(plain.causedBy("x").causedBy("y").cause()).contains("y");
        assertThat(plain.notes()).isEmpty();
        assertThat(plain.cause()).isEmpty();
        assertThat(plain).hasToString("[NO_MODELS] No model is given");
    }

    @Test
    void isEqualByItsFields() {
        Problem plain = Problem.of(TergeCode.NO_MODELS, "No model is given");
        Problem same = Problem.of(TergeCode.NO_MODELS, "No model is given");
        assertThat(plain).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(plain.fix("a")).isEqualTo(same.fix("a"));
        assertThat(plain).isNotEqualTo(Problem.of(TergeCode.NO_OUTPUT, "No model is given"));
        assertThat(plain).isNotEqualTo(plain.note("a"));
        assertThat(plain.fix("a")).isNotEqualTo(plain.note("fix: a"));
        assertThat(plain.causedBy("a")).isNotEqualTo(plain.note("caused by: a"));
    }

    @Test
    void survivesSerialisationInItsException() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(new TergeException(PROBLEM));
        }
        try (ObjectInputStream stream =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            TergeException read = (TergeException) stream.readObject();
            assertThat(read.problems()).containsExactly(PROBLEM);
            assertThat(read.code()).isSameAs(NpzCode.NPZ_BAD_MAGIC);
            assertThat(read).hasMessage(PROBLEM.toString());
        }
    }
}
