package io.terge.engine.plan;

import static io.terge.engine.plan.ParameterDecisionsTest.merged;
import static io.terge.engine.plan.ParameterDecisionsTest.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergePlan;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.api.ModelScope;
import io.terge.api.Operand;
import io.terge.engine.Terge;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.tensor.DType;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;

class RenamesInPlansTest {

    private static final Merger MERGER = Terge.create();

    private final TinyModel plain =
            TinyModel.seeded(1).with("w", DType.F32, 2).with("b.1", DType.F32, 2);
    private final TinyModel prefixed =
            TinyModel.seeded(2).with("bert.w", DType.F32, 2).with("bert.b.1", DType.F32, 2);

    @Test
    void knowsTheParametersOfAModelUnderOtherNames() {
        MergePlan plan =
                MERGER.plan(
                        request(plain, prefixed)
                                .rename(ModelScope.model(1), "^bert\\.", "")
                                .build());
        assertThat(merged(plan, "w").inputs())
                .extracting(operand -> operand.stored().name())
                .containsExactly("w", "bert.w");
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void writesTheNewNamesOfTheBase() {
        MergePlan plan =
                MERGER.plan(
                        request(plain, prefixed)
                                .base(1)
                                .rename(ModelScope.base(), "^bert\\.", "")
                                .build());
        assertThat(plan.parameters())
                .extracting(parameter -> parameter.output().name())
                .containsExactly("w", "b.1");
        assertThat(merged(plan, "w").inputs()).extracting(Operand::model).containsExactly(0, 1);
    }

    @Test
    void renamesOneAfterTheOtherAndEveryMatch() {
        TinyModel module = TinyModel.seeded(3).with("module.module.bert.b.1", DType.F32, 2);
        MergePlan plan =
                MERGER.plan(
                        request(plain, module)
                                .rename(ModelScope.all(), "module\\.", "")
                                .rename(ModelScope.model(1), "^(bert)\\.(.*)$", "$2")
                                .build());
        assertThat(merged(plan, "b.1").inputs())
                .extracting(operand -> operand.stored().name())
                .containsExactly("b.1", "module.module.bert.b.1");
    }

    @Test
    void renamesABaseThatIsNotMerged() {
        MergePlan plan =
                MERGER.plan(
                        request(plain, plain)
                                .base(prefixed.inMemory("base"))
                                .rename(ModelScope.base(), "^bert\\.", "")
                                .build());
        assertThat(merged(plan, "w").inputs()).extracting(Operand::model).containsExactly(0, 1);
    }

    @Test
    void warnsOfARenameThatMatchesNothing() {
        MergePlan plan =
                MERGER.plan(
                        request(plain, plain).rename(ModelScope.model(1), "^gpt\\.", "").build());
        assertThat(plan.warnings())
                .extracting(Problem::message)
                .containsExactly("No parameter matches rename 1: 1:^gpt\\.=");
    }

    @Test
    void refusesNamesThatBecomeOne() {
        rejected(
                request(plain, plain).rename(ModelScope.model(1), "^.*$", "w"),
                TergeCode.INVALID_RENAME,
                "'w' and 'b.1' of model 1 both become 'w'");
    }

    @Test
    void refusesWhatIsNoRegularExpression() {
        rejected(
                request(plain, plain).rename(ModelScope.all(), "(bert", ""),
                TergeCode.INVALID_RENAME,
                "'(bert' is not a valid regular expression: Unclosed group");
    }

    @Test
    void refusesAReplacementOfAGroupThatIsMissing() {
        rejected(
                request(plain, plain).rename(ModelScope.all(), "^w$", "$3"),
                TergeCode.INVALID_RENAME,
                "The replacement '$3' is malformed: No group 3");
    }

    @Test
    void refusesAnEmptyName() {
        rejected(
                request(plain, plain).rename(ModelScope.model(0), "^w$", ""),
                TergeCode.INVALID_RENAME,
                "'w' would have an empty name");
    }

    @Test
    void refusesAnEmptyNameAfterOthersThatAreNot() {
        TinyModel model = TinyModel.seeded(4).with("b.1", DType.F32, 2).with("w", DType.F32, 2);
        rejected(
                request(model, model).rename(ModelScope.all(), "^w$|\\.", ""),
                TergeCode.INVALID_RENAME,
                "'w' would have an empty name");
    }

    @Test
    void refusesARenameThatRunsOutOfStackAfterNamesThatItChanged() {
        String deep = "ab".repeat(100_000);
        TinyModel model = TinyModel.seeded(4).with("ab", DType.F32, 2).with(deep, DType.F32, 2);
        rejected(
                request(model, model).rename(ModelScope.all(), "^(a|b)*$", "w"),
                TergeCode.INVALID_RENAME,
                "'^(a|b)*$' needs too much recursion for a name of 200000 characters");
    }

    @Test
    void refusesAModelThatIsMissing() {
        rejected(
                request(plain, plain).rename(ModelScope.model(2), "a", "b"),
                TergeCode.MODEL_OUT_OF_RANGE,
                "Model index 2 is out of range; valid: 0 to 1");
    }

    static void rejected(MergeRequestBuilder request, TergeCode code, String message) {
        assertThat(PlanProblemsTest.reject(request).problems())
                .extracting(Problem::code, Problem::message)
                .contains(org.assertj.core.api.Assertions.tuple(code, message));
    }
}
