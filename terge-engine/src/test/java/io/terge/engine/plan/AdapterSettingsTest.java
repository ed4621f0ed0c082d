package io.terge.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import io.terge.api.MergePlan;
import io.terge.api.MergeRejectedException;
import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.api.Merger;
import io.terge.engine.Terge;
import io.terge.engine.fixture.SettingAdapter;
import io.terge.json.PlanJson;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class AdapterSettingsTest {

    private static final ModelReference MODEL = ModelReference.at("m.keyed");

    private final Merger merger = Terge.builder().plugin(new SettingAdapter()).build();

    @Test
    void ofAReferenceReachItsAdapter() {
        assertThat(merged(request(MODEL.with("key", "2"), MODEL.with("key", "6")))).isEqualTo(4);
    }

    @Test
    void ofARequestReachEveryModelAlsoThoseThatOthersOpen() {
        ModelReference parts = ModelReference.at("m.parts.keyed");
        assertThat(merged(request(MODEL.with("key", "2"), parts).adapterSetting("scale", "3")))
                .isEqualTo((2 * 3 + 3) / 2.0);
    }

    @Test
    void ofAReferenceTakePrecedence() {
        assertThat(merged(request(MODEL.with("scale", "2"), MODEL).adapterSetting("scale", "4")))
                .isEqualTo(3);
    }

    @Test
    void areInASavedPlan() throws IOException {
        MergePlan plan =
                merger.plan(
                        request(MODEL.with("key", "2"), MODEL)
                                .adapterSetting("scale", "4")
                                .build());
        StringWriter text = new StringWriter();
        PlanJson.write(plan, text);
        assertThat(text.toString())
                .contains("\"reference\": \"m.keyed?key=2\"")
                .contains("\"adapterSettings\": {\"scale\": \"4\"}");
        MergePlan read = PlanJson.read(new StringReader(text.toString()));
        assertThat(read).isEqualTo(plan);
        assertThat(read.adapterSettings()).isEqualTo(Map.of("scale", "4"));
    }

    @Test
    void ofAPlanAreUsedWhenItRuns() {
        Map<String, TensorArray> result = new HashMap<>();
        MergePlan plan =
                merger.plan(
                        request(MODEL.with("key", "2"), MODEL)
                                .adapterSetting("scale", "4")
                                .to(ModelReference.of(result, "result"))
                                .build());
        merger.merge(plan);
        assertThat(requireNonNull(result.get("w")).toDoubles()).containsExactly(6);
    }

    @Test
    void tellABaseFromTheModelOfTheSamePath() {
        MergeRequestBuilder request = request(MODEL.with("key", "2"), MODEL.with("key", "3"));
        MergePlan same = merger.plan(request.base(MODEL.with("key", "3")).build());
        assertThat(same.models()).hasSize(2);
        assertThat(same.base()).isEqualTo(1);
        MergePlan other = merger.plan(request.base(MODEL).build());
        assertThat(other.models()).hasSize(3);
    }

    @Test
    void thatAnAdapterDoesNotHaveAreRejected() {
        assertThatThrownBy(() -> merger.plan(request(MODEL.with("kei", "2"), MODEL).build()))
                .isInstanceOf(MergeRejectedException.class)
                .hasMessageContaining(
                        """
                        [UNKNOWN_SETTING] Adapter 'keyed' has no setting 'kei', which is set for model m.keyed?kei=2. Did you mean 'key'?
                           available: key, scale
                           fix: use one of these, or remove the setting
                           fix: if it is part of a file's name, add '?' at the end (in Java use ModelReference.at(Path))\
                        """);
    }

    @Test
    void thatNoAdapterHasAreRejectedOnce() {
        assertThatThrownBy(
                        () ->
                                merger.plan(
                                        request(MODEL, MODEL)
                                                .adapterSetting("pickle", "x")
                                                .build()))
                .isInstanceOfSatisfying(
                        MergeRejectedException.class,
                        rejected -> assertThat(rejected.problems()).hasSize(1))
                .hasMessageContaining("[UNKNOWN_SETTING] No adapter has a setting 'pickle'")
                .hasMessageContaining("available: key, scale");
        assertThatThrownBy(
                        () -> merger.inspect(MODEL, Optional.empty(), Map.of("pickle", "strict")))
                .hasMessageContaining("[UNKNOWN_SETTING]");
    }

    @Test
    void ofATargetAreForItsWriter() {
        MergeRequestBuilder request = request(MODEL, MODEL).outputAdapter("keyed");
        assertThatThrownBy(() -> merger.plan(request.to(MODEL.with("key", "2")).build()))
                .hasMessageContaining(
                        "[UNKNOWN_SETTING] Adapter 'keyed' has no setting 'key', which is set for"
                                + " the output m.keyed?key=2");
    }

    @Test
    void ofABaseAreNotThoseOfTheOutputThatReplacesIt() {
        MergeRequestBuilder request = request(MODEL.with("key", "2"), MODEL).outputAdapter("keyed");
        MergePlan plan = merger.plan(request.inPlace().build());
        assertThat(plan.output().orElseThrow().target()).isEqualTo(MODEL);
        assertThat(plan.baseModel().reference()).isEqualTo(MODEL.with("key", "2"));
    }

    @Test
    void thatAnAdapterAsksForMustBeNamed() {
        ModelAdapter careless =
                new ModelAdapter() {
                    @Override
                    public String name() {
                        return "careless";
                    }

                    @Override
                    public Claim claims(ModelReference reference) {
                        return Claim.GENERAL;
                    }

                    @Override
                    public ModelSource open(ModelReference reference, AdapterContext context) {
                        context.setting("secret");
                        throw new AssertionError();
                    }
                };
        assertThatThrownBy(
                        () ->
                                Terge.builder()
                                        .plugin(careless)
                                        .build()
                                        .inspect(ModelReference.at("x")))
                .hasMessageContaining("[PLUGIN_FAILED] Plugin 'careless' failed")
                .hasMessageContaining("the setting 'secret', which settings() does not name");
    }

    @Test
    void areForInspectionToo() {
        assertThat(
                        merger.inspect(
                                        MODEL.with("key", "3"),
                                        Optional.empty(),
                                        Map.of("scale", "2"))
                                .details()
                                .sequencedEntrySet())
                .containsExactly(Map.entry("value", "6.0"), Map.entry("kind", "one number"));
        assertThat(merger.inspect(ModelReference.at("m.parts.keyed")).details())
                .containsEntry("value", "1.0");
    }

    private double merged(MergeRequestBuilder request) {
        Map<String, TensorArray> result = new HashMap<>();
        merger.merge(request.to(ModelReference.of(result, "result")).build());
        return requireNonNull(result.get("w")).toDoubles()[0];
    }

    private static MergeRequestBuilder request(ModelReference... models) {
        MergeRequestBuilder request = MergeRequest.builder();
        List.of(models).forEach(request::model);
        return request;
    }
}
