package io.terge.engine.plan;

import static io.terge.engine.plan.ParameterDecisionsTest.copied;
import static io.terge.engine.plan.ParameterDecisionsTest.merged;
import static io.terge.engine.plan.ParameterDecisionsTest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.terge.api.Action.Reason;
import io.terge.api.Layout;
import io.terge.api.MergePlan;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.api.Operand;
import io.terge.engine.Terge;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.tensor.DType;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;

class PartsInPlansTest {

    private static final Merger MERGER = Terge.create();

    private final TinyModel base =
            TinyModel.seeded(1)
                    .with("shared", DType.F32, 4)
                    .with("left", DType.F32, 2, 3)
                    .with("right", DType.F32, 2, 3);
    private final TinyModel left = TinyModel.seeded(2).with("left", DType.BF16, 2, 3);
    private final TinyModel right = TinyModel.seeded(3).with("right", DType.F32, 2, 3);

    @Test
    void takesEachParameterFromThePartThatHasIt() {
        MergePlan plan = MERGER.plan(parts(left, right).build());
        assertThat(plan.parameters())
                .extracting(parameter -> parameter.output().name())
                .containsExactly("shared", "left", "right");
        assertThat(merged(plan, "left").inputs()).extracting(Operand::model).containsExactly(0);
        assertThat(merged(plan, "right").inputs()).extracting(Operand::model).containsExactly(1);
        assertThat(copied(plan, "shared").reason()).isEqualTo(Reason.ONE_PIECE);
        assertThat(copied(plan, "shared").from().model()).isEqualTo(2);
    }

    @Test
    void saysNothingOfWhatAPartLacksOrTheLayoutCopies() {
        MergePlan plan = MERGER.plan(parts(left, right).build());
        assertThat(plan.warnings()).isEmpty();
        assertThat(plan.omissions()).isEmpty();
    }

    @Test
    void refusesWhatHasNoPlaceInTheBase() {
        TinyModel other = TinyModel.seeded(3).with("other", DType.F32, 2, 3);
        rejected(
                parts(left, other),
                "'other' of model 1 (model 1), a part of the output, is missing in the base");
    }

    @Test
    void refusesAnotherShape() {
        TinyModel turned = TinyModel.seeded(3).with("right", DType.F32, 3, 2);
        rejected(
                parts(left, turned),
                "'right' of model 1 (model 1), a part of the output, has the shape [2, 3] in the"
                        + " base");
    }

    private MergeRequestBuilder parts(TinyModel... models) {
        return request(models)
                .base(base.inMemory("base"))
                .method("passthrough")
                .layout(new Layout.Parts());
    }

    private static void rejected(MergeRequestBuilder request, String message) {
        assertThat(PlanProblemsTest.reject(MERGER, request).problems())
                .extracting(Problem::code, Problem::message)
                .containsExactly(tuple(TergeCode.INVALID_LAYOUT, message));
    }
}
