package io.terge.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.Action;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;
import io.terge.tensor.DType;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

class BlueprintsTest {

    private static final ParameterSpec A = ParameterSpec.of("a", DType.F32, Shape.of(2));
    private static final ParameterSpec B = ParameterSpec.of("b", DType.F32, Shape.of(2));

    @Test
    void haveTheDonorsCompanionsAndTheTiesOfThePlan() {
        ModelReference donor = ModelReference.at("base");
        ModelHeaders headers =
                new ModelHeaders(
                        donor,
                        "any",
                        List.of(A),
                        Map.of(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        List.of(),
                        new TreeMap<>(Map.of("format", "pt")),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of());
        Operand operand = new Operand(0, A, RowMap.all(), Footprint.stored(A), 1, new TreeMap<>());
        ModelBlueprint blueprint =
                Blueprints.of(
                        List.of(
                                new ParameterPlan(B, 0, new Action.Tied("a")),
                                new ParameterPlan(
                                        A, 0, new Action.Copy(operand, Action.Reason.EXCLUDED))),
                        Optional.empty(),
                        0,
                        place -> headers,
                        Optional.of(DType.BF16),
                        OptionalLong.of(99),
                        true,
                        true);
        assertThat(blueprint.backup()).isTrue();
        assertThat(blueprint.parameters()).containsExactly(A);
        assertThat(blueprint.ties()).containsExactly(Map.entry("b", "a"));
        assertThat(blueprint.donor()).contains(donor);
        assertThat(blueprint.metadata()).containsExactly(Map.entry("format", "pt"));
        assertThat(blueprint.changes().dtype()).contains(DType.BF16);
        assertThat(blueprint.shardSize()).hasValue(99);
        assertThat(blueprint.overwrite()).isTrue();
    }
}
