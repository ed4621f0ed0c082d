package io.terge.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.Lineage;
import io.terge.api.MergeListener;
import io.terge.api.MergeReport;
import io.terge.api.MergeRequest;
import io.terge.api.Setting;
import io.terge.api.SettingValue;
import io.terge.engine.Terge;
import io.terge.engine.fixture.Scene;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.model.ModelReference;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.MethodOption;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.spi.method.RandomNumbers;
import io.terge.tensor.Shape;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** What methods are told of a parameter, and what becomes of what they say. */
class GivenParameterTest {

    private static final MethodDescription DESCRIPTION =
            MethodDescription.of("scripted")
                    .withBase()
                    .absoluteWeights()
                    .option(MethodOption.number("lambda", "scale").orElse(1))
                    .option(MethodOption.number("density", "part kept").orElse(1).perModel());

    private final Map<String, TensorArray> merged = new LinkedHashMap<>();

    @Test
    void itsNameShapeAndLayerAreTold() {
        List<ParameterMerge> seen = new ArrayList<>();
        merge(
                7,
                merge -> {
                    seen.add(merge);
                    return ScriptedMethod.first(merge);
                });
        ParameterMerge layer = seen.getFirst();
        assertThat(layer.name()).isEqualTo("block.1.w");
        assertThat(layer.shape()).isEqualTo(Shape.of(2));
        assertThat(layer.layer()).isEqualTo(OptionalInt.of(1));
        assertThat(layer.layers()).isEqualTo(2);
        assertThat(seen.getLast().layer()).isEmpty();
        assertThat(seen.getLast().layers()).isZero();
    }

    @Test
    void inputsHaveTheirWeightsAndOptions() {
        List<ParameterMerge> seen = new ArrayList<>();
        merge(
                7,
                merge -> {
                    seen.add(merge);
                    return ScriptedMethod.first(merge);
                });
        ParameterMerge first = seen.getFirst();
        assertThat(first.options().number("lambda")).isEqualTo(3);
        assertThat(first.inputs()).extracting(input -> input.model()).containsExactly(0, 1);
        assertThat(first.weights()).containsExactly(0.5, 2);
        assertThat(first.inputs())
                .extracting(input -> input.options().number("density"))
                .containsExactly(0.25, 0.75);
    }

    @Test
    void randomNumbersDependOnSeedNameAndModel() {
        merge(
                41,
                merge -> {
                    RandomNumbers random = merge.random(1);
                    return Output.blocks(
                            block -> {
                                for (int e = 0; e < block.length(); e++) {
                                    block.output()[e] = random.uniform(block.start() + e);
                                }
                            });
                });
        RandomNumbers expected = RandomNumbers.of(41, "block.1.w", 1);
        assertThat(Objects.requireNonNull(merged.get("block.1.w")).toDoubles())
                .containsExactly((float) expected.uniform(0), (float) expected.uniform(1));
    }

    @Test
    void coefficientsNotesAndSeedAreInTheLineage() {
        Lineage lineage =
                merge(
                                41,
                                merge -> {
                                    merge.note("first of " + merge.name());
                                    merge.note("second");
                                    return Output.linearWithBase(-1.5, 0.5, 2);
                                })
                        .lineage();
        assertThat(lineage.seed()).isEqualTo(41);
        assertThat(lineage.models()).hasSize(2);
        assertThat(lineage.base().reference().describe()).isEqualTo("base");
        assertThat(lineage.surveys()).isEmpty();
        Lineage.ParameterLineage head =
                Objects.requireNonNull(lineage.parameters().get("block.1.w"));
        assertThat(head.notes()).containsExactly("first of block.1.w", "second");
        assertThat(head.baseCoefficient()).isEqualTo(OptionalDouble.of(-1.5));
        assertThat(head.options()).containsExactly(Map.entry("lambda", "3"));
        assertThat(head.contributions().getLast().coefficient()).isEqualTo(OptionalDouble.of(2));
        assertThat(head.contributions().getLast().weight()).isEqualTo(2);
        assertThat(head.contributions().getLast().options())
                .containsExactly(Map.entry("density", "0.75"));
    }

    @Test
    void whatIsNotLinearHasNoCoefficients() {
        Lineage lineage =
                merge(7, merge -> Output.blocks(block -> block.output()[0] = 1)).lineage();
        Lineage.ParameterLineage head =
                Objects.requireNonNull(lineage.parameters().get("block.1.w"));
        assertThat(head.baseCoefficient()).isEmpty();
        assertThat(head.contributions())
                .extracting(Lineage.Contribution::coefficient)
                .containsOnly(OptionalDouble.empty());
    }

    @Test
    void notesOfBlocksAreKept() {
        Scene scene =
                Scene.of(
                        ScriptedMethod.of(
                                "noting",
                                merge ->
                                        Output.blocks(
                                                block -> {
                                                    if (block.start() == 0) {
                                                        merge.note("began");
                                                    }
                                                })));
        MergeReport report = scene.merge(MergeListener.none());
        assertThat(Objects.requireNonNull(report.lineage().parameters().get("w")).notes())
                .containsExactly("began");
    }

    private MergeReport merge(long seed, Function<ParameterMerge, Output> script) {
        return Terge.builder()
                .plugin(new ScriptedMethod("scripted", DESCRIPTION, script))
                .threads(1)
                .build()
                .merge(
                        MergeRequest.builder()
                                .model(ModelReference.of(model(), "a"))
                                .model(ModelReference.of(model(), "b"))
                                .base(ModelReference.of(model(), "base"))
                                .method("scripted")
                                .weights(0.5, 2)
                                .option("lambda", "3")
                                .set(Setting.of("density", SettingValue.perModel(0.25, 0.75)))
                                .seed(seed)
                                .to(ModelReference.of(merged, "merged"))
                                .build());
    }

    private static Map<String, TensorArray> model() {
        Map<String, TensorArray> model = new LinkedHashMap<>();
        model.put("block.1.w", TensorArray.of(new float[] {1, 2}));
        model.put("head", TensorArray.of(new float[] {3}));
        return model;
    }
}
