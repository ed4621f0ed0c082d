package io.terge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.Action;
import io.terge.api.Layout;
import io.terge.api.MergeListener;
import io.terge.api.MergePlan;
import io.terge.api.MergeRequest;
import io.terge.api.Merger;
import io.terge.api.ModelScope;
import io.terge.api.Operand;
import io.terge.api.ParameterPlan;
import io.terge.engine.cost.ExecutionSettings;
import io.terge.engine.fixture.ComputedTensor;
import io.terge.engine.fixture.Numbers;
import io.terge.engine.fixture.Plans;
import io.terge.engine.fixture.SampleMethods;
import io.terge.engine.fixture.ScriptedAdapter;
import io.terge.engine.fixture.ScriptedModel;
import io.terge.engine.kernel.Kernels;
import io.terge.model.ModelReference;
import io.terge.spi.method.MergeMethod;
import io.terge.tensor.DType;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;
import io.terge.tensor.Shape;
import io.terge.tensor.TensorArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Parameters that are made from rows: of a stored tensor and of a computed one. */
class RowsTest {

    private static final int ROWS = 40;
    private static final int COLUMNS = 301;
    private static final List<Long> GATHERED = List.of(3L, 39L, 0L, 1L, 2L, 3L);
    private static final List<List<Long>> AVERAGED =
            List.of(
                    List.of(1L, 2L),
                    List.of(),
                    List.of(5L),
                    List.of(0L, 4L, 8L, 12L),
                    List.of(39L, 39L),
                    List.of(7L));

    private static final List<ExecutionSettings> SETTINGS =
            Stream.of(1, 2, 3, 7)
                    .flatMap(
                            threads ->
                                    Stream.of(
                                            new ExecutionSettings(threads, 100_000_000, 7, 100, 0),
                                            new ExecutionSettings(
                                                    threads, 100_000_000, 2048, 1 << 20, 0)))
                    .toList();

    static Stream<MergeMethod> methods() {
        return SampleMethods.all();
    }

    // Whole numbers, so that the sums are exact.
    @Test
    void areMergedAsPlainLoopsMergeThem() {
        for (ExecutionSettings settings : SETTINGS) {
            double[] merged = merge(SampleMethods.mean(), settings, Kernels.fastest());
            for (int r = 0; r < GATHERED.size(); r++) {
                for (int c = 0; c < COLUMNS; c++) {
                    double left = stored(GATHERED.get(r), c);
                    double right = averaged(AVERAGED.get(r), c);
                    assertThat(merged[r * COLUMNS + c])
                            .as("%d, %d with %s", r, c, settings)
                            .isEqualTo(0.5 * left + 0.5 * right);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void giveTheSameBytesHoweverTheWorkIsCut(MergeMethod method) {
        double[] expected = merge(method, SETTINGS.getFirst(), Kernels.scalar());
        for (Kernels kernels : List.of(Kernels.scalar(), Kernels.fastest())) {
            for (ExecutionSettings settings : SETTINGS) {
                assertThat(merge(method, settings, kernels))
                        .as("%s with %s", settings, kernels.describe())
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void areCopiedBitForBit() {
        DType unknown = DType.named("F3_MADE_UP");
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        int[] odd = {0x7F80_0001, 0xFFC1_2345, 0x7FFF_FFFF};
        Map<String, TensorArray> model = new LinkedHashMap<>();
        model.put("o", new TensorArray(unknown, Shape.of(3, 8), MemorySegment.ofArray(bytes)));
        model.put("n", new TensorArray(DType.F32, Shape.of(3), MemorySegment.ofArray(odd)));
        Map<String, TensorArray> merged =
                copied(
                        model,
                        rows(
                                model,
                                new ParameterSpec("o", unknown, Shape.of(2, 8), 6),
                                new RowMap.Gather(List.of(2L, 0L))),
                        rows(
                                model,
                                ParameterSpec.of("n", DType.F32, Shape.of(2)),
                                new RowMap.Range(1, 2)));
        assertThat(Numbers.bytes(find(merged, "o"))).containsExactly(7, 8, 9, 1, 2, 3);
        assertThat(find(merged, "n").memory().toArray(ValueLayout.JAVA_INT))
                .containsExactly(0xFFC1_2345, 0x7FFF_FFFF);
    }

    private static ParameterPlan rows(
            Map<String, TensorArray> model, ParameterSpec output, RowMap rows) {
        ParameterSpec stored = find(model, output.name()).spec(output.name());
        Operand operand = Plans.operand(0, stored, rows, Footprint.stored(stored));
        return new ParameterPlan(output, 0, new Action.Copy(operand, Action.Reason.ONE_PIECE));
    }

    /** Runs a plan whose parameters are made by hand. */
    private static Map<String, TensorArray> copied(
            Map<String, TensorArray> model, ParameterPlan... parameters) {
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        Merger merger = Terge.create();
        MergePlan plan =
                merger.plan(
                        MergeRequest.builder()
                                .model(ModelReference.of(model, "a"))
                                .to(ModelReference.of(merged, "merged"))
                                .build());
        merger.merge(
                new MergePlan(
                        plan.terge(),
                        plan.models(),
                        plan.base(),
                        plan.adapterSettings(),
                        plan.output(),
                        List.of(parameters),
                        plan.omissions(),
                        plan.seed(),
                        plan.plugins(),
                        plan.warnings(),
                        plan.memoryBytes()),
                MergeListener.none());
        return merged;
    }

    private static double[] merge(MergeMethod method, ExecutionSettings settings, Kernels kernels) {
        ParameterSpec output = ParameterSpec.of("w", DType.F64, Shape.of(GATHERED.size(), COLUMNS));
        Layout layout =
                new Layout.Given(
                        List.of(
                                new Layout.Entry(
                                        output,
                                        List.of(
                                                new Layout.Piece(
                                                        ModelScope.model(0),
                                                        "w",
                                                        new RowMap.Gather(GATHERED)),
                                                new Layout.Piece(
                                                        ModelScope.model(1),
                                                        "w",
                                                        new RowMap.Mean(AVERAGED))))));
        ParameterSpec spec = ParameterSpec.of("w", DType.F32, Shape.of(ROWS, COLUMNS));
        ScriptedModel computed =
                new ScriptedModel()
                        .with(
                                new ComputedTensor(
                                        spec,
                                        element -> computed(element / COLUMNS, element % COLUMNS)));
        Map<String, TensorArray> merged = new LinkedHashMap<>();
        Terge.builder()
                .plugin(new ScriptedAdapter())
                .plugin(method)
                .settings(settings)
                .kernels(kernels)
                .build()
                .merge(
                        MergeRequest.builder()
                                .model(ModelReference.of(Map.of("w", storedRows()), "stored"))
                                .model(computed.as("computed"))
                                .layout(layout)
                                .method(method.name())
                                .to(ModelReference.of(merged, "merged"))
                                .build());
        return find(merged, "w").toDoubles();
    }

    private static TensorArray storedRows() {
        float[] values = new float[ROWS * COLUMNS];
        for (int e = 0; e < values.length; e++) {
            values[e] = (float) stored(e / COLUMNS, e % COLUMNS);
        }
        return TensorArray.of(values, ROWS, COLUMNS);
    }

    private static double stored(long row, long column) {
        return (row * 31 + column) % 97 - 48;
    }

    private static double computed(long row, long column) {
        return (row * 17 + column * 5) % 89 * 4 - 176;
    }

    private static double averaged(List<Long> rows, long column) {
        return rows.isEmpty()
                ? 0
                : rows.stream()
                                .mapToLong(Long::longValue)
                                .mapToDouble(row -> computed(row, column))
                                .sum()
                        / rows.size();
    }

    private static TensorArray find(Map<String, TensorArray> merged, String name) {
        return Objects.requireNonNull(merged.get(name), name);
    }
}
