package io.terge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.terge.api.Omission.Cause;
import io.terge.api.Omission.Effect;
import io.terge.api.Omission.Example;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

class OmissionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    MISSING_IN_MODEL | COPIED   | 1 | 1 parameter is missing in model 1 and copied from the base
                    MISSING_IN_MODEL | RESCALED | 2 | 2 parameters are missing in model 1 and merged from the other models, with weights rescaled to a sum of 1
                    MISSING_IN_MODEL | LEFT_OUT | 2 | 2 parameters are missing in model 1 and merged from the other models
                    NOT_IN_BASE      | DROPPED  | 1 | 1 parameter of model 1 is missing in the base and dropped
                    NOT_IN_BASE      | DROPPED  | 3 | 3 parameters of model 1 are missing in the base and dropped
                    OTHER_SHAPE      | COPIED   | 1 | 1 parameter has another shape in model 1 and is copied from the base
                    OTHER_SHAPE      | RESCALED | 2 | 2 parameters have another shape in model 1 and are merged from the other models, with weights rescaled to a sum of 1
                    OTHER_TYPE       | COPIED   | 2 | 2 parameters are floating-point in only one of the base and model 1, and are copied from the base
                    TOO_FEW_MODELS   | COPIED   | 1 | 1 parameter is in too few models to merge and copied from the base
                    NOT_FLOATING     | COPIED   | 2 | 2 parameters have no floating-point type and are copied from the base
                    NOT_INCLUDED     | COPIED   | 1 | 1 parameter is not included and copied from the base
                    EXCLUDED         | COPIED   | 2 | 2 parameters are excluded and copied from the base
                    EXCLUDED         | DROPPED  | 1 | 1 parameter of model 1 is excluded, missing in the base and dropped
                    ONE_PIECE        | COPIED   | 1 | 1 parameter is taken from one model by the layout and copied
                    NOT_IN_LAYOUT    | DROPPED  | 2 | 2 parameters of model 1 are not used by any slice and dropped
                    """)
    void isASentence(Cause cause, Effect effect, int count, String text) {
        Omission omission =
                new Omission(
                        cause, effect, OptionalInt.of(1), count, List.of(new Example("w", "")));
        assertThat(omission.text()).isEqualTo(text);
    }

    @Test
    void namesExamplesAndCountsTheOthers() {
        assertThat(excluded(1, new Example("w", "")).names()).isEqualTo("w");
        assertThat(excluded(2, new Example("a", "F32"), new Example("b", "")).names())
                .isEqualTo("a (F32), b");
        assertThat(excluded(7, new Example("a", ""), new Example("b", "")).names())
                .isEqualTo("a, b and 5 more");
    }

    @Test
    void showsNamesOfAnyCharactersAndLengthsOnOneLine() {
        assertThat(excluded(1, new Example("a\nwarning: \u202e", "")).names())
                .isEqualTo("a?warning: ?");
        assertThat(excluded(1, new Example("x".repeat(10_000), "")).names()).hasSize(203);
    }

    @Test
    void hasOneToFiveExamplesAndTheModelThatIsTheCause() {
        assertThatIllegalArgumentException().isThrownBy(() -> excluded(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> excluded(1, new Example("a", ""), new Example("b", "")));
        Example[] six =
                IntStream.range(0, 6)
                        .mapToObj(i -> new Example("w" + i, ""))
                        .toArray(Example[]::new);
        assertThatIllegalArgumentException().isThrownBy(() -> excluded(6, six));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Omission(
                                        Cause.NOT_IN_BASE,
                                        Effect.DROPPED,
                                        OptionalInt.empty(),
                                        1,
                                        List.of(new Example("a", ""))))
                .withMessage("NOT_IN_BASE needs a model");
    }

    private static Omission excluded(int count, Example... examples) {
        return new Omission(
                Cause.EXCLUDED, Effect.COPIED, OptionalInt.empty(), count, List.of(examples));
    }
}
