package io.terge.engine.plan;

import static io.terge.engine.plan.ParameterDecisionsTest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.terge.api.MergeRejectedException;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.api.ModelScope;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.engine.Terge;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.tensor.DType;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;

import java.util.List;

class ShadowedRulesTest {

    private static final Merger MERGER =
            Terge.builder()
                    .plugin(new SettingMethods.Summing())
                    .plugin(new SettingMethods.Sparse())
                    .build();

    private final TinyModel model =
            TinyModel.seeded(1).with("w", DType.F32, 2).with("b", DType.F32, 2);

    @Test
    void aSecondRuleForEveryParameterIsTold() {
        MergeRequestBuilder request =
                request(model, model).method("*", "arithmetic").method("glob:**", "summing");

        assertThat(warnings(request))
                .containsExactly(
                        Problem.of(
                                        TergeCode.RULE_NEVER_APPLIES,
                                        "method rule 2: \"glob:**\" -> summing never applies:"
                                                + " earlier rules match all of its parameters")
                                .note("earlier: method rule 1: every parameter -> arithmetic")
                                .fix("remove the rule, or move it before the others"));
        assertThatExceptionOfType(MergeRejectedException.class)
                .isThrownBy(() -> MERGER.plan(request.strict().build()))
                .satisfies(
                        rejected ->
                                assertThat(rejected.problems())
                                        .extracting(Problem::code)
                                        .contains(TergeCode.RULE_NEVER_APPLIES));
    }

    @Test
    void aSecondRuleForEveryParameterIsToldBehindMoreParticularOnes() {
        MergeRequestBuilder request =
                request(model, model)
                        .method("glob:b", "summing")
                        .method("glob:**", "arithmetic")
                        .method("*", "summing");

        assertThat(warnings(request))
                .extracting(Problem::message)
                .containsExactly(
                        "method rule 3: every parameter -> summing never applies: earlier rules"
                                + " match all of its parameters");
    }

    @Test
    void aRuleBehindSeveralOthersIsTold() {
        MergeRequestBuilder request =
                request(model, model, model)
                        .weights("exact:w", 1, 2, 3)
                        .weights("regex:.*", 1, 1, 1)
                        .weights("glob:b*", 2, 1, 1)
                        .weights("glob:?", 2, 2, 1);

        assertThat(warnings(request))
                .extracting(Problem::message)
                .containsExactly(
                        "weights rule 3: \"glob:b*\" -> 2,1,1 never applies: earlier rules match"
                                + " all of its parameters",
                        "weights rule 4: \"glob:?\" -> 2,2,1 never applies: earlier rules match"
                                + " all of its parameters");
    }

    @Test
    void aTypeThatNeverAppliesIsTold() {
        TinyModel mixed = model.with("ids", DType.I64, 2);
        MergeRequestBuilder request =
                request(mixed, mixed)
                        .dtype("glob:?", DType.F16)
                        .dtype("glob:w", DType.F64)
                        .dtype("exact:ids", DType.BF16);

        assertThat(warnings(request))
                .extracting(Problem::message)
                .containsExactly(
                        "No floating-point parameter of the output matches dtype rule 3:"
                                + " \"exact:ids\" -> BF16",
                        "dtype rule 2: \"glob:w\" -> F64 never applies: earlier rules match all"
                                + " of its parameters");
    }

    @Test
    void aSafetyNetIsNotTold() {
        assertThat(
                        warnings(
                                request(model, model)
                                        .method("exact:w", "summing")
                                        .method("exact:b", "arithmetic")
                                        .method("arithmetic")))
                .isEmpty();
    }

    @Test
    void settingsOfOtherModelsAndNamesDoNotShadow() {
        MergeRequestBuilder request =
                request(model, model, model)
                        .base(0)
                        .method("sparse")
                        .option("lambda", 0.5)
                        .option("density", 0.5)
                        .set(weight(1, 2))
                        .set(weight(2, 3))
                        .weights(1, 1, 1);

        assertThat(warnings(request)).isEmpty();
        assertThat(warnings(request.set(weight(1, 4))))
                .extracting(Problem::message)
                .containsExactly(
                        "weights rule 4: every parameter -> 4 (model 1) never applies: earlier"
                                + " rules match all of its parameters");
    }

    private static Setting weight(int model, double value) {
        return new Setting("*", ModelScope.model(model), Setting.WEIGHT, SettingValue.of(value));
    }

    private static List<Problem> warnings(MergeRequestBuilder request) {
        return MERGER.plan(request.build()).warnings();
    }
}
