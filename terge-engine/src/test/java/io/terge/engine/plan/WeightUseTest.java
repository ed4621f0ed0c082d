package io.terge.engine.plan;

import static io.terge.engine.plan.ParameterDecisionsTest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.terge.api.Action;
import io.terge.api.MergePlan;
import io.terge.api.MergeRejectedException;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.api.Operand;
import io.terge.engine.Terge;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.tensor.DType;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;

class WeightUseTest {

    private static final Merger MERGER =
            Terge.builder()
                    .plugin(new SettingMethods.Unweighted())
                    .plugin(new SettingMethods.Summing())
                    .build();

    private final TinyModel model =
            TinyModel.seeded(1).with("w", DType.F32, 2).with("b", DType.F32, 2);

    @Test
    void weightsOfAMethodThatIgnoresThemAreTold() {
        MergeRequestBuilder request =
                request(model, model).method("*", "unweighted").weights("*", 1, 2);

        MergePlan plan = MERGER.plan(request.build());

        assertThat(plan.warnings())
                .containsExactly(
                        Problem.of(
                                        TergeCode.WEIGHTS_HAVE_NO_EFFECT,
                                        "weights rule 1: every parameter -> 1,2 has no effect:"
                                                + " 'unweighted' does not use weights")
                                .fix("remove the rule, or choose a method that uses weights"));
        assertThat(plan.parameters())
                .flatExtracting(each -> ((Action.Merge) each.action()).inputs())
                .extracting(Operand::weight)
                .containsOnly(0.5);
        assertThatExceptionOfType(MergeRejectedException.class)
                .isThrownBy(() -> MERGER.plan(request.strict().build()));
    }

    @Test
    void weightsThatSumToZeroAreNoProblemWhereTheyAreIgnored() {
        MergePlan plan =
                MERGER.plan(
                        request(model, model).method("*", "unweighted").weights("*", 0, 0).build());
        assertThat(plan.warnings())
                .extracting(Problem::code)
                .containsExactly(TergeCode.WEIGHTS_HAVE_NO_EFFECT);
    }

    @Test
    void weightsThatAnotherMethodUsesAreNotTold() {
        MergePlan plan =
                MERGER.plan(
                        request(model, model)
                                .method("glob:w", "unweighted")
                                .method("*", "summing")
                                .weights("*", 1, 2)
                                .build());
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void equalWeightsThatNobodySetsAreNotTold() {
        assertThat(MERGER.plan(request(model, model).method("*", "unweighted").build()).warnings())
                .isEmpty();
    }
}
