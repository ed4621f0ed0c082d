package io.terge.engine.plan;

import static io.terge.engine.plan.ParameterDecisionsTest.copied;
import static io.terge.engine.plan.ParameterDecisionsTest.merged;
import static io.terge.engine.plan.ParameterDecisionsTest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.Layout;
import io.terge.api.Layout.Slice;
import io.terge.api.Layout.Source;
import io.terge.api.MergePlan;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.api.ModelScope;
import io.terge.api.Operand;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.engine.Terge;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.tensor.DType;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class SlicesInPlansTest {

    private static final Merger MERGER =
            Terge.builder().plugin(new SettingMethods.Sparse()).build();

    private final TinyModel a = model(1, 4);
    private final TinyModel b = model(2, 5);

    @Test
    void layersAreNumberedThroughAllSlices() {
        MergePlan plan =
                plan(
                        request(a, b),
                        slice(source(0, 0, 2), source(1, 0, 2)),
                        slice(source(0, 1, 4), source(1, 2, 5)));
        assertThat(names(plan))
                .containsExactly(
                        "model.embed_tokens.weight",
                        "model.layers.0.up.weight",
                        "model.layers.1.up.weight",
                        "model.layers.2.up.weight",
                        "model.layers.3.up.weight",
                        "model.layers.4.up.weight",
                        "lm_head.weight",
                        "model.norm.weight");
        assertThat(merged(plan, "model.layers.2.up.weight").inputs())
                .extracting(operand -> operand.stored().name())
                .containsExactly("model.layers.1.up.weight", "model.layers.2.up.weight");
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void whatBelongsToNoLayerIsOfTheFirstOrTheLastSlice() {
        MergePlan plan = plan(request(a, b), slice(source(0, 0, 3)), slice(source(1, 3, 5)));
        assertThat(copied(plan, "model.embed_tokens.weight").from().model()).isZero();
        assertThat(copied(plan, "model.layers.2.up.weight").from().model()).isZero();
        assertThat(copied(plan, "model.layers.3.up.weight").from().model()).isEqualTo(1);
        assertThat(copied(plan, "model.norm.weight").from().model()).isEqualTo(1);
        assertThat(copied(plan, "lm_head.weight").from().model()).isEqualTo(1);
    }

    @Test
    void gradientsRunOverTheLayersOfASlice() {
        MergePlan plan =
                plan(
                        request(a, b).set(weight(0, SettingValue.gradient(1, 3))),
                        slice(source(0, 0, 3), source(1, 0, 3)),
                        slice(source(0, 3, 4), source(1, 4, 5)));
        assertThat(shares(plan, "model.embed_tokens.weight")).containsExactly(0.5, 0.5);
        assertThat(shares(plan, "model.layers.0.up.weight")).containsExactly(0.5, 0.5);
        assertThat(shares(plan, "model.layers.1.up.weight")).containsExactly(2 / 3.0, 1 / 3.0);
        assertThat(shares(plan, "model.layers.2.up.weight")).containsExactly(0.75, 0.25);
        // The only layer of a slice has the last value.
        assertThat(shares(plan, "model.layers.3.up.weight")).containsExactly(0.75, 0.25);
    }

    @Test
    void settingsOfASliceComeFirst() {
        Slice own =
                new Slice(
                        List.of(source(0, 0, 1), source(1, 0, 1)),
                        Optional.empty(),
                        List.of(weight(0, SettingValue.of(3))));
        MergePlan plan =
                plan(request(a, b).weights(1, 1), own, slice(source(0, 1, 2), source(1, 1, 2)));
        assertThat(shares(plan, "model.layers.0.up.weight")).containsExactly(0.75, 0.25);
        assertThat(shares(plan, "model.layers.1.up.weight")).containsExactly(0.5, 0.5);
    }

    @Test
    void aSliceMayHaveABaseOfItsOwn() {
        Slice own =
                new Slice(
                        List.of(source(0, 0, 2), source(1, 0, 2)),
                        Optional.of(ModelScope.model(1)),
                        List.of());
        MergePlan plan = plan(request(a, b).base(0).method("sparse").option("density", 1), own);
        assertThat(merged(plan, "model.layers.1.up.weight").inputs())
                .extracting(Operand::model)
                .containsExactly(0);
        assertThat(merged(plan, "model.layers.1.up.weight").base().map(Operand::model)).contains(1);
    }

    @Test
    void saysWhatIsWrongWithThem() {
        rejected(
                "Slice 1 takes layers 2 to 4 of model 0 (model 0), which has layers 0 to 3",
                slice(source(0, 2, 5)));
        rejected(
                "Slice 2 takes 2 layers of its first source, but 1 of model 1 (model 1)",
                slice(source(0, 0, 1)),
                slice(source(0, 0, 2), source(1, 0, 1)));
        rejected(
                "Slice 1 names model 7, which is not in the request",
                slice(source(0, 0, 1), source(7, 0, 1)));
        rejected(
                "Slice 1 has two sources of model 0 (model 0)",
                slice(source(0, 0, 1), source(0, 1, 2)));
    }

    @Test
    void aModelWithoutLayersCannotBeCut() {
        TinyModel flat = TinyModel.seeded(3).with("w", DType.F32, 2);
        assertThatThrownBy(() -> plan(request(flat, flat), slice(source(0, 0, 1))))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining(
                        "Slice 1 takes layers of model 0 (model 0), but no name of its parameters"
                                + " has a layer number");
    }

    private static void rejected(String message, Slice... slices) {
        assertThatThrownBy(() -> plan(request(model(1, 4), model(2, 5)), slices))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure -> {
                            assertThat(failure.code()).isEqualTo(TergeCode.INVALID_LAYOUT);
                            assertThat(failure.problems().getFirst().message()).isEqualTo(message);
                        });
    }

    private static TinyModel model(long seed, int layers) {
        TinyModel model = TinyModel.seeded(seed);
        for (int layer = 0; layer < layers; layer++) {
            model = model.with("model.layers." + layer + ".up.weight", DType.F32, 2, 2);
        }
        return model.with("lm_head.weight", DType.F32, 3, 2)
                .with("model.embed_tokens.weight", DType.F32, 3, 2)
                .with("model.norm.weight", DType.F32, 2);
    }

    private static Slice slice(Source... sources) {
        return new Slice(List.of(sources), Optional.empty(), List.of());
    }

    private static Source source(int model, int first, int end) {
        return new Source(ModelScope.model(model), first, end);
    }

    private static Setting weight(int model, SettingValue value) {
        return new Setting("*", ModelScope.model(model), Setting.WEIGHT, value);
    }

    private static MergePlan plan(MergeRequestBuilder request, Slice... slices) {
        return MERGER.plan(request.layout(new Layout.Slices(List.of(slices))).build());
    }

    private static List<String> names(MergePlan plan) {
        return plan.parameters().stream().map(each -> each.output().name()).toList();
    }

    private static List<Double> shares(MergePlan plan, String name) {
        return merged(plan, name).inputs().stream().map(Operand::weight).toList();
    }
}
