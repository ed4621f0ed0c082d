package io.terge.engine.plan;

import static io.terge.engine.plan.ParameterDecisionsTest.copied;
import static io.terge.engine.plan.ParameterDecisionsTest.merged;
import static io.terge.engine.plan.ParameterDecisionsTest.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.Action.Layer;
import io.terge.api.Action.Reason;
import io.terge.api.MergePlan;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.api.ModelScope;
import io.terge.api.Operand;
import io.terge.api.Rule;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.engine.Terge;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.tensor.DType;
import io.terge.tensor.Extent;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class SettingsInPlansTest {

    private static final Merger MERGER =
            Terge.builder()
                    .plugin(new SettingMethods.Sparse())
                    .plugin(new SettingMethods.Adaptive())
                    .build();

    private final TinyModel a = model(1);
    private final TinyModel b = model(2);
    private final TinyModel c = model(3);

    @Test
    void givesEachModelItsOwnValue() {
        MergePlan plan = plan(sparse().set(all("density", SettingValue.perModel(0.9, 0.5, 0.3))));
        assertThat(densities(plan, "head")).containsExactly("0.5", "0.3");
    }

    @Test
    void givesAllModelsOneValue() {
        assertThat(densities(plan(sparse().option("density", 0.25)), "head"))
                .containsExactly("0.25", "0.25");
    }

    @Test
    void takesTheFirstSettingOfAModelThatMatches() {
        MergePlan plan =
                plan(
                        sparse().set(
                                        new Setting(
                                                "head",
                                                ModelScope.model(2),
                                                "density",
                                                SettingValue.of(0.1)))
                                .option("density", 0.7));
        assertThat(densities(plan, "head")).containsExactly("0.7", "0.1");
        assertThat(densities(plan, "layers.0.w")).containsExactly("0.7", "0.7");
    }

    @Test
    void resolvesGradientsOverTheLayers() {
        MergePlan plan =
                plan(
                        sparse().option("density", 1)
                                .set(all("lambda", SettingValue.gradient(0, 0.5, 2))));
        // Five layers: 0, 1/4, 1/2, 3/4 and 1 of the way, over three anchors.
        assertThat(lambda(plan, "layers.0.w")).isEqualTo("0");
        assertThat(lambda(plan, "layers.1.w")).isEqualTo("0.25");
        assertThat(lambda(plan, "layers.2.w")).isEqualTo("0.5");
        assertThat(lambda(plan, "layers.3.w")).isEqualTo("1.25");
        assertThat(lambda(plan, "layers.4.w")).isEqualTo("2");
        assertThat(lambda(plan, "head")).isEqualTo("0");
        assertThat(merged(plan, "layers.3.w").layer()).contains(new Layer(3, 5));
        assertThat(merged(plan, "head").layer()).isEmpty();
    }

    @Test
    void resolvesGradientsOfSingleModelsAndOfWeights() {
        SettingValue weights =
                new SettingValue.PerModel(
                        List.of(
                                SettingValue.of(1),
                                SettingValue.gradient(0, 4),
                                SettingValue.of(1)));
        MergePlan plan = plan(request(a, b, c).set(all(Setting.WEIGHT, weights)));
        assertThat(merged(plan, "layers.2.w").inputs())
                .extracting(Operand::weight)
                .containsExactly(0.25, 0.5, 0.25);
    }

    @Test
    void aStackOfOneLayerHasTheLastAnchor() {
        TinyModel one = TinyModel.seeded(4).with("layers.0.w", DType.F32, 2);
        MergePlan plan =
                MERGER.plan(
                        request(one, one)
                                .base(0)
                                .method("sparse")
                                .option("density", 1)
                                .set(all("lambda", SettingValue.gradient(0, 0.5)))
                                .build());
        assertThat(lambda(plan, "layers.0.w")).isEqualTo("0.5");
    }

    @Test
    void mergesABaseAndOneModel() {
        MergePlan plan = plan(request(a, b).base(0).method("sparse").option("density", 1));
        assertThat(merged(plan, "head").inputs()).extracting(Operand::model).containsExactly(1);
        assertThat(merged(plan, "head").base().map(Operand::model)).contains(0);
    }

    @Test
    void doesNotMergeABaseGivenByItsPlaceInMemoryWithItself() {
        MergePlan plan =
                plan(request(a, b).base(a.inMemory("again")).method("sparse").option("density", 1));
        assertThat(plan.models()).hasSize(2);
        assertThat(plan.base()).isZero();
        assertThat(merged(plan, "head").inputs()).extracting(Operand::model).containsExactly(1);
    }

    @Test
    void copiesWhatOnlyTheBaseHas() {
        TinyModel more = a.with("late", DType.F32, 1);
        MergePlan plan = plan(request(more, b).base(0).method("sparse").option("density", 1));
        assertThat(copied(plan, "late").reason()).isEqualTo(Reason.TOO_FEW_MODELS);
    }

    @Test
    void asksTheMethodWhatItReadsWithItsOptions() {
        MergePlan plan = plan(request(a, b).method("adaptive").option("head", "whole", "true"));
        assertThat(merged(plan, "head").extent()).isEqualTo(Extent.TENSOR);
        assertThat(merged(plan, "head").passes()).isEqualTo(3);
        assertThat(merged(plan, "layers.0.w").extent()).isEqualTo(Extent.BLOCK);
        assertThat(merged(plan, "layers.0.w").passes()).isEqualTo(1);
    }

    @Test
    void refusesAMethodThatNeedsABaseWhereNoneIsStated() {
        rejected(
                request(a, b).method("sparse").option("density", 1),
                TergeCode.BASE_REQUIRED,
                "Method 'sparse' needs a base for 'layers.0.w', but none is given");
    }

    @Test
    void refusesToDoWithoutARequiredOption() {
        rejected(
                sparse(),
                TergeCode.MISSING_OPTION,
                "Method 'sparse' needs option 'density' for 'layers.0.w': a number from 0 to"
                        + " 1");
    }

    @Test
    void refusesAListOfTheWrongLength() {
        rejected(
                sparse().set(all("density", SettingValue.perModel(0.5, 0.5))),
                TergeCode.INVALID_OPTION,
                "Expected 3 values (one per model), got 2");
    }

    @Test
    void refusesAValuePerModelOfAnOptionForAll() {
        rejected(
                sparse().option("density", 1).set(all("lambda", SettingValue.perModel(1, 2, 3))),
                TergeCode.INVALID_OPTION,
                "Option 'lambda' has one value for all models");
    }

    @Test
    void refusesAnAnchorOutOfRange() {
        rejected(
                sparse().set(all("density", SettingValue.gradient(0, 1.5))),
                TergeCode.INVALID_OPTION,
                "Option 'density' must be a number from 0 to 1, but was '1.5'");
    }

    @Test
    void refusesANumberThatIsNotWhole() {
        rejected(
                sparse().option("density", 1).option("rank", "2.5"),
                TergeCode.INVALID_OPTION,
                "Option 'rank' must be a whole number, at least 1, but was '2.5'");
    }

    @Test
    void refusesAGradientThatIsNotWholeInALayer() {
        rejected(
                sparse().option("density", 1).set(all("rank", SettingValue.gradient(1, 2))),
                TergeCode.INVALID_OPTION,
                "Option 'rank' must be a whole number, at least 1, but was '1.25'");
    }

    @Test
    void refusesWhatTheMethodRefuses() {
        rejected(
                sparse().option("density", 1).option("epsilon", 0.2),
                TergeCode.OPTIONS_REFUSED,
                "Method 'sparse' rejects the settings for 'layers.0.w': 100% density and epsilon"
                        + " do not go together for model 1");
    }

    @Test
    void refusesASettingOfAModelThatIsMissing() {
        rejected(
                sparse().set(
                                new Setting(
                                        Rule.EVERY_PARAMETER,
                                        ModelScope.model(3),
                                        "density",
                                        SettingValue.of(1))),
                TergeCode.MODEL_OUT_OF_RANGE,
                "Model index 3 is out of range; valid: 0 to 2");
    }

    private MergeRequestBuilder sparse() {
        return request(a, b, c).base(0).method("sparse");
    }

    private static Setting all(String name, SettingValue value) {
        return Setting.of(name, value);
    }

    private static MergePlan plan(MergeRequestBuilder request) {
        return MERGER.plan(request.build());
    }

    private static List<String> densities(MergePlan plan, String name) {
        return merged(plan, name).inputs().stream()
                .map(Operand::options)
                .map(Map::copyOf)
                .map(options -> String.valueOf(options.get("density")))
                .toList();
    }

    private static String lambda(MergePlan plan, String name) {
        return String.valueOf(merged(plan, name).options().get("lambda"));
    }

    private static void rejected(MergeRequestBuilder request, TergeCode code, String message) {
        assertThat(PlanProblemsTest.reject(MERGER, request).problems())
                .extracting(Problem::code, Problem::message)
                .contains(org.assertj.core.api.Assertions.tuple(code, message));
    }

    private static TinyModel model(long seed) {
        TinyModel model = TinyModel.seeded(seed);
        for (int layer = 0; layer < 5; layer++) {
            model = model.with("layers." + layer + ".w", DType.F32, 2);
        }
        return model.with("head", DType.F32, 2);
    }
}
