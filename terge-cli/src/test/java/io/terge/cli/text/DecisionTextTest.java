package io.terge.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.Action;
import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.api.NonFinitePolicy;
import io.terge.api.Omission;
import io.terge.api.Operand;
import io.terge.api.OutputFiles;
import io.terge.api.OutputPlan;
import io.terge.api.ParameterPlan;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.tensor.Extent;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Plans that are made by hand: what they show of operands. */
class DecisionTextTest {

    private static final Shape SHAPE = Shape.of(4, 2);
    private static final SortedMap<String, String> NO_OPTIONS = new TreeMap<>();
    private static final ParameterSpec W = ParameterSpec.of("w", DType.F32, SHAPE);

    @Test
    void optionsAreShownOnceOrForEachModel() {
        Action.Merge merge =
                merge(
                        new TreeMap<>(Map.of("lambda", "1.0")),
                        operand(0, W, RowMap.all(), 0.25, Map.of("density", "0.5", "rank", "8")),
                        operand(1, W, RowMap.all(), 0.75, Map.of("density", "0.3", "rank", "4")));

        assertThat(decision(merge))
                .isEqualTo(
                        "ties {lambda=1.0}, weights 0: 0.25, 1: 0.75, density 0: 0.5, 1: 0.3,"
                                + " rank 0: 8, 1: 4");
    }

    @Test
    void storedNamesAndRowsAreShownWhereTheyDiffer() {
        ParameterSpec stored = ParameterSpec.of("bert.w", DType.F32, Shape.of(8, 2));
        Action.Merge merge =
                merge(
                        NO_OPTIONS,
                        operand(0, W, RowMap.all(), 0.5, Map.of()),
                        operand(1, stored, new RowMap.Range(4, 4), 0.5, Map.of()));

        assertThat(decision(merge))
                .isEqualTo("ties, weights 0: 0.5, 1: 0.5; model 1: bert.w, rows 4 to 7");
        assertThat(copied(0, stored, new RowMap.Gather(List.of(3L, 0L, 0L, 7L))))
                .isEqualTo("copied from model 0 (bert.w, 4 rows by number): taken from one model");
        assertThat(copied(0, W, new RowMap.Mean(List.of(List.of(0L, 1L)))))
                .isEqualTo("copied from model 0 (1 mean of rows): taken from one model");
        assertThat(copied(0, W, new RowMap.Range(2, 0)))
                .isEqualTo("copied from model 0 (no rows): taken from one model");
    }

    @Test
    void theBaseIsNamedAsTheBase() {
        ParameterSpec stored = ParameterSpec.of("model.w", DType.F32, SHAPE);

        assertThat(copied(2, W, RowMap.all()))
                .isEqualTo("copied from the base: taken from one model");
        assertThat(copied(2, stored, RowMap.all()))
                .isEqualTo("copied from the base (model.w): taken from one model");
        Action.Merge merge =
                new Action.Merge(
                        "ties",
                        NO_OPTIONS,
                        List.of(operand(0, W, RowMap.all(), 1, Map.of())),
                        Optional.of(operand(2, stored, RowMap.all(), 0, Map.of())),
                        Extent.BLOCK,
                        1,
                        0,
                        Optional.empty());
        assertThat(decision(merge))
                .isEqualTo("ties, weights 0: 1, and the base; the base: model.w");
    }

    @Test
    void typesThatDifferAreAllShown() {
        Action.Merge merge =
                merge(
                        NO_OPTIONS,
                        operand(0, W, RowMap.all(), 0.5, Map.of()),
                        operand(1, spec(DType.BF16), RowMap.all(), 0.5, Map.of()));

        assertThat(DecisionText.type(new ParameterPlan(W, 0, merge))).isEqualTo("F32, BF16 -> F32");
        assertThat(DecisionText.type(new ParameterPlan(W, 0, new Action.Tied("x"))))
                .isEqualTo("F32");
        Action copy = copy(0, spec(DType.F16), RowMap.all());
        assertThat(DecisionText.type(new ParameterPlan(spec(DType.F16), 0, copy))).isEqualTo("F16");
        assertThat(DecisionText.type(new ParameterPlan(W, 0, copy))).isEqualTo("F16 -> F32");
    }

    @Test
    void aWholePlanIsShown() {
        List<ParameterPlan> parameters =
                List.of(
                        new ParameterPlan(W, 0, copy(2, W, RowMap.all())),
                        new ParameterPlan(
                                ParameterSpec.of("head", DType.F32, SHAPE),
                                1,
                                new Action.Tied("w")));
        MergePlan plan =
                new MergePlan(
                        "0.1.0",
                        List.of(use(OptionalInt.of(0), "a"), use(OptionalInt.of(1), "b"), base()),
                        2,
                        new TreeMap<>(),
                        Optional.of(
                                new OutputPlan(
                                        ModelReference.at("hub://out"),
                                        "hub",
                                        Optional.empty(),
                                        OptionalLong.of(5_000),
                                        2,
                                        true,
                                        NonFinitePolicy.WARN,
                                        false,
                                        new OutputFiles(
                                                List.of("a", "b", "c", "d", "e", "f"),
                                                List.of("config.json"),
                                                new TreeMap<>(
                                                        Map.of("x.gguf", "a copy", "y", "a cache")),
                                                new TreeMap<>(Map.of("z.onnx", "a copy"))))),
                        parameters,
                        List.of(
                                new Omission(
                                        Omission.Cause.MISSING_IN_MODEL,
                                        Omission.Effect.RESCALED,
                                        OptionalInt.of(1),
                                        6,
                                        List.of(
                                                new Omission.Example("w", ""),
                                                new Omission.Example("h\u001b", "[1] in b"))),
                                new Omission(
                                        Omission.Cause.ONE_PIECE,
                                        Omission.Effect.COPIED,
                                        OptionalInt.empty(),
                                        1,
                                        List.of(new Omission.Example("w", "")))),
                        -7,
                        List.of(),
                        List.of(),
                        1_000);
        StringWriter text = new StringWriter();

        PlanText.print(plan, new PrintWriter(text, true));

        assertThat(text.toString().replace(System.lineSeparator(), "\n"))
                .isEqualTo(
                        """
                        model 0  hub://a (hub)
                        model 1  hub://b (hub)
                        base     hub://c (hub), not merged itself
                        output   hub://out (hub), in 2 shards of at most 5.00 KB, overwriting allowed
                        seed     -7

                        PARAMETER  SHAPE   TYPE  DECISION
                        w          [4, 2]  F32   copied from the base: taken from one model
                        head       [4, 2]  F32   tied to w

                        2 parameters: 0 merged, 1 copied, 1 tied
                        32 B to read, 32 B to write, up to 1.00 KB of memory
                        other files: 6 copied (a, b, c, d, e and 1 more); 1 written (config.json); 1 left out, a cache (y); 1 left out, a copy (x.gguf); 1 not changed, a copy (z.onnx)

                        not merged, or not from all models:
                          6 parameters are missing in model 1 and merged from the other models, with weights rescaled to a sum of 1: w, h? ([1] in b) and 4 more
                          1 parameter is taken from one model by the layout and copied: w
                        """);
    }

    private static ModelUse base() {
        return use(OptionalInt.empty(), "c");
    }

    private static ModelUse use(OptionalInt index, String name) {
        return new ModelUse(index, ModelReference.at("hub://" + name), "hub", "digest");
    }

    private static ParameterSpec spec(DType dtype) {
        return ParameterSpec.of("w", dtype, SHAPE);
    }

    private static String copied(int model, ParameterSpec stored, RowMap rows) {
        return decision(copy(model, stored, rows));
    }

    private static Action copy(int model, ParameterSpec stored, RowMap rows) {
        return new Action.Copy(operand(model, stored, rows, 0, Map.of()), Action.Reason.ONE_PIECE);
    }

    private static Action.Merge merge(SortedMap<String, String> options, Operand... inputs) {
        return new Action.Merge(
                "ties",
                options,
                Stream.of(inputs).toList(),
                Optional.empty(),
                Extent.BLOCK,
                1,
                0,
                Optional.empty());
    }

    private static Operand operand(
            int model,
            ParameterSpec stored,
            RowMap rows,
            double weight,
            Map<String, String> options) {
        return new Operand(
                model, stored, rows, Footprint.stored(stored), weight, new TreeMap<>(options));
    }

    private static String decision(Action action) {
        return new DecisionText(2).of(new ParameterPlan(W, 0, action));
    }
}
