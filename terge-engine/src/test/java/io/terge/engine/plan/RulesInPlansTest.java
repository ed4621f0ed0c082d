package io.terge.engine.plan;

import static io.terge.engine.plan.ParameterDecisionsTest.merged;
import static io.terge.engine.plan.ParameterDecisionsTest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.terge.api.MergePlan;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.api.Operand;
import io.terge.engine.Terge;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.tensor.DType;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;

import java.util.Map;

class RulesInPlansTest {

    private static final MethodDescription OPTIONS =
            MethodDescription.of("has options")
                    .option(
                            MethodOption.number("density", "how much is kept")
                                    .between(0, 1)
                                    .orElse(0.5))
                    .option(MethodOption.flag("rescale", "whether to scale").orElse(true))
                    .option(MethodOption.text("sign", "how", "sum", "count").orElse("sum"));
    private static final Merger MERGER =
            Terge.builder()
                    .plugin(ScriptedMethod.described("tuned", OPTIONS))
                    .plugin(
                            ScriptedMethod.described(
                                    "delta",
                                    MethodDescription.of("on differences")
                                            .withBase()
                                            .absoluteWeights()))
                    .plugin(
                            ScriptedMethod.described(
                                    "delta-mean", MethodDescription.of("mean of them").withBase()))
                    .build();

    private final TinyModel a = model(1).with("late", DType.F32, 1);
    private final TinyModel b = model(2);
    private final TinyModel c = model(3).with("late", DType.F32, 1);

    @Test
    void weightsEquallyByDefault() {
        assertThat(weights(MERGER.plan(request(a, b, c, c).build()), "head"))
                .containsExactly(0.25, 0.25, 0.25, 0.25);
    }

    @Test
    void takesTheFirstRuleThatMatches() {
        MergePlan plan =
                MERGER.plan(
                        request(a, b)
                                .method("glob:*.bias", "tuned")
                                .method("arithmetic")
                                .weights("glob:0.*", 1, 3)
                                .weights("glob:*.bias", 1, 1)
                                .weights(3, 1)
                                .build());
        assertThat(weights(plan, "0.bias")).containsExactly(0.25, 0.75);
        assertThat(weights(plan, "1.bias")).containsExactly(0.5, 0.5);
        assertThat(weights(plan, "head")).containsExactly(0.75, 0.25);
        assertThat(merged(plan, "1.bias").method()).isEqualTo("tuned");
        assertThat(merged(plan, "head").method()).isEqualTo("arithmetic");
    }

    @Test
    void dropsAbsentModelsAndNormalisesTheRest() {
        MergePlan plan = MERGER.plan(request(a, b, c).weights(1, 100, 3).build());
        assertThat(merged(plan, "late").inputs())
                .extracting(Operand::model, Operand::weight)
                .containsExactly(tuple(0, 0.25), tuple(2, 0.75));
    }

    @Test
    void takesNegativeWeights() {
        double[] weights = weights(MERGER.plan(request(a, b).weights(3, -1).build()), "head");
        assertThat(weights).containsExactly(1.5, -0.5);
        assertThat(weights[0] + weights[1]).isCloseTo(1, within(0.0));
    }

    @Test
    void givesOptionsTheirDefaults() {
        MergePlan plan = MERGER.plan(request(a, b).method("tuned").build());
        assertThat(merged(plan, "head").options())
                .isEqualTo(Map.of("density", "0.5", "rescale", "true", "sign", "sum"));
    }

    @Test
    void givesOptionsTheFirstSettingThatMatches() {
        MergePlan plan =
                MERGER.plan(
                        request(a, b)
                                .method("tuned")
                                .option("head", "density", "0.1")
                                .option("density", "0.9")
                                .option("glob:*.bias", "sign", "count")
                                .build());
        assertThat(merged(plan, "head").options())
                .isEqualTo(Map.of("density", "0.1", "rescale", "true", "sign", "sum"));
        assertThat(merged(plan, "0.bias").options())
                .isEqualTo(Map.of("density", "0.9", "rescale", "true", "sign", "count"));
    }

    @Test
    void givesAMethodNoOptionsThatItDoesNotHave() {
        MergePlan plan =
                MERGER.plan(
                        request(a, b)
                                .method("head", "tuned")
                                .method("arithmetic")
                                .option("density", "0.1")
                                .build());
        assertThat(merged(plan, "head").options()).containsEntry("density", "0.1");
        assertThat(merged(plan, "0.bias").options()).isEmpty();
    }

    @Test
    void leavesTheBaseOutOfTheInputsOfAMethodThatUsesIt() {
        MergePlan plan =
                MERGER.plan(request(a, b, c).base(0).method("delta-mean").weights(9, 1, 3).build());
        assertThat(merged(plan, "head").base().map(Operand::model)).contains(0);
        assertThat(merged(plan, "head").inputs())
                .extracting(Operand::model, Operand::weight)
                .containsExactly(tuple(1, 0.25), tuple(2, 0.75));
        assertThat(merged(plan, "late").inputs())
                .extracting(Operand::model, Operand::weight)
                .containsExactly(tuple(2, 1.0));
    }

    @Test
    void keepsAllInputsWhereTheBaseIsAnotherModel() {
        MergePlan plan =
                MERGER.plan(request(a, b).method("delta").base(c.inMemory("base")).build());
        assertThat(merged(plan, "head").inputs()).extracting(Operand::model).containsExactly(0, 1);
    }

    @Test
    void usesAbsoluteWeightsAsTheyAre() {
        MergePlan plan =
                MERGER.plan(request(a, b, c).base(0).method("delta").weights(5, 0.7, -0.7).build());
        assertThat(weights(plan, "head")).containsExactly(0.7, -0.7);
    }

    private static double[] weights(MergePlan plan, String name) {
        return merged(plan, name).inputs().stream().mapToDouble(Operand::weight).toArray();
    }

    private static TinyModel model(long seed) {
        return TinyModel.seeded(seed)
                .with("0.bias", DType.F32, 2)
                .with("1.bias", DType.F32, 2)
                .with("head", DType.F32, 2, 2);
    }

    static MergeRequestBuilder twoModels() {
        return request(model(1), model(2));
    }
}
