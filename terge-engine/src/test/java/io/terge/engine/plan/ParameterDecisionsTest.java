package io.terge.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.terge.api.Action.Copy;
import io.terge.api.Action.Merge;
import io.terge.api.Action.Reason;
import io.terge.api.MergePlan;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.engine.Terge;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;

import java.util.OptionalInt;

class ParameterDecisionsTest {

    private static final Merger MERGER = Terge.create();

    private final TinyModel a =
            TinyModel.seeded(1)
                    .with("w", DType.F32, 2, 3)
                    .with("b", DType.BF16, 4)
                    .with("ids", DType.I64, 4)
                    .with("mask", DType.BOOL, 4)
                    .with("packed", DType.F4, 4);
    private final TinyModel b =
            TinyModel.seeded(2)
                    .with("mask", DType.BOOL, 4)
                    .with("ids", DType.I64, 4)
                    .with("b", DType.F64, 4)
                    .with("w", DType.F16, 2, 3)
                    .with("extra", DType.F32, 1);

    @Test
    void mergesWhatTwoModelsHoldInTheSameShapeWhateverTheTypes() {
        MergePlan plan = plan(a, b);
        Merge merge = merged(plan, "w");
        assertThat(merge.method()).isEqualTo("arithmetic");
        assertThat(merge.inputs())
                .extracting(Operand::model, Operand::weight, Operand::stored)
                .containsExactly(
                        tuple(0, 0.5, a.array("w").spec("w")),
                        tuple(1, 0.5, b.array("w").spec("w")));
        assertThat(merge.base()).isEmpty();
        assertThat(output(plan, "w")).isEqualTo(a.array("w").spec("w"));
    }

    @Test
    void keepsTheBasesParametersInTheBasesOrder() {
        assertThat(plan(a, b).parameters())
                .extracting(parameter -> parameter.output().name())
                .containsExactly("w", "b", "ids", "mask", "packed");
        assertThat(MERGER.plan(request(a, b).base(1).build()).parameters())
                .extracting(parameter -> parameter.output().name())
                .containsExactly("mask", "ids", "b", "w", "extra");
    }

    @Test
    void copiesWhatIsNotFloating() {
        MergePlan plan = plan(a, b, a);
        assertThat(copied(plan, "ids").reason()).isEqualTo(Reason.NOT_FLOATING);
        assertThat(copied(plan, "mask").reason()).isEqualTo(Reason.NOT_FLOATING);
        assertThat(copied(plan, "packed").reason()).isEqualTo(Reason.NOT_FLOATING);
    }

    @Test
    void copiesWhatOtherModelsHoldInAnotherShapeOrNotAtAll() {
        TinyModel turned = TinyModel.seeded(3).with("w", DType.F32, 3, 2);
        assertThat(copied(plan(a, turned), "w").reason()).isEqualTo(Reason.TOO_FEW_MODELS);
        assertThat(copied(plan(a, turned), "b").reason()).isEqualTo(Reason.TOO_FEW_MODELS);
    }

    @Test
    void doesNotCountAModelThatHoldsTheNameAsIntegers() {
        TinyModel integers = TinyModel.seeded(3).with("b", DType.I16, 4);
        assertThat(copied(plan(a, integers), "b").reason()).isEqualTo(Reason.TOO_FEW_MODELS);
        assertThat(copied(plan(integers, a, b), "b").reason()).isEqualTo(Reason.NOT_FLOATING);
    }

    @Test
    void mergesWhatIsIncludedAndNotExcluded() {
        MergePlan included = MERGER.plan(request(a, b).include("exact:b", "regex:^x").build());
        assertThat(copied(included, "w").reason()).isEqualTo(Reason.NOT_INCLUDED);
        assertThat(merged(included, "b").inputs()).hasSize(2);
        MergePlan both = MERGER.plan(request(a, b).include("glob:*").exclude("w", "b").build());
        assertThat(copied(both, "w").reason()).isEqualTo(Reason.EXCLUDED);
        assertThat(copied(both, "b").reason()).isEqualTo(Reason.EXCLUDED);
    }

    @Test
    void doesNotMergeAnotherModelThatIsTheBase() {
        TinyModel base = TinyModel.seeded(9).with("b", DType.F16, 4).with("w", DType.F32, 2, 3);
        MergePlan plan = MERGER.plan(request(a, b).base(base.inMemory("base")).build());
        assertThat(merged(plan, "b").inputs()).extracting(Operand::model).containsExactly(0, 1);
        assertThat(output(plan, "b").dtype()).isEqualTo(DType.F16);
        assertThat(plan.base()).isEqualTo(2);
        assertThat(plan.baseModel().index()).isEmpty();
        assertThat(plan.baseModel().reference().describe()).isEqualTo("base");
    }

    @Test
    void doesNotCountAnotherModelThatIsTheBaseAsAHolder() {
        TinyModel base = TinyModel.seeded(9).with("extra", DType.F32, 1);
        MergePlan plan = MERGER.plan(request(a, b).base(base.inMemory("base")).build());
        assertThat(copied(plan, "extra").reason()).isEqualTo(Reason.TOO_FEW_MODELS);
    }

    @Test
    void countsAModelThatIsGivenTwiceTwice() {
        assertThat(merged(plan(a, a), "w").inputs())
                .extracting(Operand::model)
                .containsExactly(0, 1);
    }

    @Test
    void namesModelsAndBaseWithTheirAdapters() {
        MergePlan plan = MERGER.plan(request(a, b).base(1).build());
        assertThat(plan.models())
                .extracting(use -> use.reference().describe())
                .containsExactly("model 0", "model 1");
        assertThat(plan.models()).allMatch(use -> use.adapter().equals("arrays"));
        assertThat(plan.baseModel().index()).isEqualTo(OptionalInt.of(1));
        assertThat(plan.output()).isEmpty();
    }

    static MergeRequestBuilder request(TinyModel... models) {
        MergeRequestBuilder builder = MergeRequest.builder();
        for (int i = 0; i < models.length; i++) {
            builder.model(models[i].inMemory("model " + i));
        }
        return builder;
    }

    static Merge merged(MergePlan plan, String name) {
        return (Merge) parameter(plan, name).action();
    }

    static Copy copied(MergePlan plan, String name) {
        return (Copy) parameter(plan, name).action();
    }

    static ParameterSpec output(MergePlan plan, String name) {
        return parameter(plan, name).output();
    }

    static ParameterPlan parameter(MergePlan plan, String name) {
        return plan.parameters().stream()
                .filter(parameter -> parameter.output().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static MergePlan plan(TinyModel... models) {
        return MERGER.plan(request(models).build());
    }
}
