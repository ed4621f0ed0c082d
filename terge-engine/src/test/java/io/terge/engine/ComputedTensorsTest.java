package io.terge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeRequest;
import io.terge.engine.cost.ExecutionSettings;
import io.terge.engine.fixture.ComputedTensor;
import io.terge.engine.fixture.ScriptedAdapter;
import io.terge.engine.fixture.ScriptedMethod;
import io.terge.engine.fixture.ScriptedModel;
import io.terge.model.ModelReference;
import io.terge.spi.method.MethodDescription;
import io.terge.spi.method.Output;
import io.terge.spi.method.ParameterMerge;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;

/** Tensors without stored bytes, cut into many blocks and chunks. */
class ComputedTensorsTest {

    private static final int ROWS = 50;
    private static final int COLUMNS = 101;
    private static final int LENGTH = ROWS * COLUMNS;
    private static final MethodDescription DESCRIPTION =
            MethodDescription.of("scripted").passes(2).withBase();

    private static final List<ExecutionSettings> SETTINGS =
            List.of(
                    new ExecutionSettings(1, 100_000_000, 16, 1, 0),
                    new ExecutionSettings(2, 100_000_000, 64, 10_000, 0),
                    new ExecutionSettings(2, 100_000_000, 2048, 1 << 20, 0));

    @ParameterizedTest
    @FieldSource("SETTINGS")
    void areCombined(ExecutionSettings settings) {
        assertThat(merge(settings, DESCRIPTION, merge -> Output.linear(2, -1)))
                .isEqualTo(expected((a, b) -> 2 * a - b));
    }

    @ParameterizedTest
    @FieldSource("SETTINGS")
    void areCombinedWithABaseThatIsTakenAway(ExecutionSettings settings) {
        double[] expected = expected((a, b) -> a + b);
        for (int e = 0; e < LENGTH; e++) {
            expected[e] -= value(3, e);
        }
        assertThat(merge(settings, DESCRIPTION, merge -> Output.linearWithBase(-1, 1, 1)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("SETTINGS")
    void areReadBlockByBlock(ExecutionSettings settings) {
        assertThat(
                        merge(
                                settings,
                                DESCRIPTION,
                                merge ->
                                        Output.blocks(
                                                block -> {
                                                    for (int e = 0; e < block.length(); e++) {
                                                        block.output()[e] =
                                                                block.input(0)[e]
                                                                        * block.input(1)[e];
                                                    }
                                                })))
                .isEqualTo(expected((a, b) -> a * b));
    }

    @ParameterizedTest
    @FieldSource("SETTINGS")
    void haveStatistics(ExecutionSettings settings) {
        List<double[][]> seen = new ArrayList<>();
        merge(
                settings,
                DESCRIPTION,
                merge -> {
                    seen.add(merge.gram());
                    return Output.linear(1, 1);
                });
        double product = 0;
        for (int e = 0; e < LENGTH; e++) {
            product += value(1, e) * value(2, e);
        }
        assertThat(seen.getFirst()[0][1]).isEqualTo(product);
    }

    @ParameterizedTest
    @FieldSource("SETTINGS")
    void areReadAsAWhole(ExecutionSettings settings) {
        assertThat(
                        merge(
                                settings,
                                DESCRIPTION.wholeTensors(),
                                merge -> Output.whole(merge.matrix(1).values())))
                .isEqualTo(expected((a, b) -> b));
    }

    private static double value(int factor, long place) {
        return place * factor % 1009 - 500;
    }

    private static double[] expected(DoubleBinaryOperator function) {
        double[] expected = new double[LENGTH];
        for (int e = 0; e < LENGTH; e++) {
            expected[e] = function.applyAsDouble(value(1, e), value(2, e));
        }
        return expected;
    }

    private static double[] merge(
            ExecutionSettings settings,
            MethodDescription description,
            Function<ParameterMerge, Output> script) {
        Map<String, TensorArray> merged = new HashMap<>();
        Terge.builder()
                .plugin(new ScriptedAdapter())
                .plugin(new ScriptedMethod("scripted", description, script))
                .settings(settings)
                .build()
                .merge(
                        MergeRequest.builder()
                                .model(model(1).as("a"))
                                .model(model(2).as("b"))
                                .base(model(3).as("base"))
                                .method("scripted")
                                .to(ModelReference.of(merged, "merged"))
                                .build());
        return Objects.requireNonNull(merged.get("w")).toDoubles();
    }

    private static ScriptedModel model(int factor) {
        ParameterSpec spec = ParameterSpec.of("w", DType.F32, Shape.of(ROWS, COLUMNS));
        return new ScriptedModel()
                .with(new ComputedTensor(spec, element -> value(factor, element)));
    }
}
