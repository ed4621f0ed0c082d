package io.terge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.Action;
import io.terge.api.Action.Layer;
import io.terge.api.MergePlan;
import io.terge.api.ModelUse;
import io.terge.api.NonFinitePolicy;
import io.terge.api.Operand;
import io.terge.api.OutputFiles;
import io.terge.api.OutputPlan;
import io.terge.api.ParameterPlan;
import io.terge.api.PluginDescription;
import io.terge.api.PluginUse;
import io.terge.engine.fixture.Golden;
import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;
import io.terge.tensor.Extent;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.RowMap;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

class PlanJsonTest {

    @TempDir Path folder;

    @Test
    void isReadable() throws IOException {
        Golden.check("plan-document", text(plan()).stripTrailing());
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            MergePlan plan = SomePlans.plan(seed);
            String text = text(plan);
            MergePlan read = PlanJson.read(new StringReader(text));
            assertThat(read).as("plan of seed %d", seed).isEqualTo(plan);
            assertThat(plan).as("plan of seed %d", seed).isEqualTo(read);
            assertThat(text(read)).as("text of seed %d", seed).isEqualTo(text);
        }
    }

    @Test
    void isReadFromFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), "x".repeat(100_000));
        PlanJson.write(plan(), file);
        assertThat(PlanJson.read(file)).isEqualTo(plan());
        assertThat(Files.readString(file)).endsWith("}\n").doesNotContain("\r").isASCII();
    }

    @Test
    void isReadInAnyOrderOfFieldsAndWithAnyTotals() throws IOException {
        String text =
                """
                {"parameters": [{"to": "b", "decision": "tied", "shard": 0, "bytes": 4, "shape": [],
                   "dtype": "F32", "name": "a"}, {"decision": "copy", "from": {"weight": 1,
                   "bytes": 4, "shape": [], "dtype": "F32", "name": "w", "model": 0},
                   "reason": "EXCLUDED", "shard": 0, "bytes": 4, "shape": [], "dtype": "F32",
                   "name": "b"}],
                 "warnings": [], "omissions": [], "totals": {"x": [1, {"y": 2}]}, "plugins": [], "memoryBytes": 5,
                 "seed": -1, "base": 0, "models": [{"headerDigest": "", "adapter": "x",
                   "reference": "m", "index": 0}], "terge": "1", "version": 1,
                 "format": "terge-plan"}
                """;
        MergePlan plan = PlanJson.read(new StringReader(text));
        assertThat(plan.parameters()).hasSize(2);
        assertThat(plan.seed()).isEqualTo(-1);
        assertThat(plan.bytesRead()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.1,
                1.0 / 3,
                -0.0,
                0,
                5,
                Double.MAX_VALUE,
                Double.MIN_VALUE,
                -1e-320,
                1e22,
                2e-7
            })
    void keepsWeightsToTheLastBit(double weight) throws IOException {
        Operand operand = operand(0, weight, RowMap.all());
        MergePlan plan = plan(new Action.Copy(operand, Action.Reason.ONE_PIECE));
        MergePlan read = PlanJson.read(new StringReader(text(plan)));
        Action.Copy copy = (Action.Copy) read.parameters().getFirst().action();
        assertThat(Double.doubleToRawLongBits(copy.from().weight()))
                .isEqualTo(Double.doubleToRawLongBits(weight));
    }

    @Test
    void keepsPathsAsTheyAreAndThoseOfOtherFileSystemsAsUris() throws IOException {
        URI zip = URI.create("jar:" + folder.resolve("models.zip").toUri());
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            ModelReference inside = ModelReference.at(files.getPath("/a.safetensors"));
            MergePlan plan = reading(inside);
            String text = text(plan);
            assertThat(text).contains("\"reference\": {\"uri\": \"jar:file:");
            assertThat(PlanJson.read(new StringReader(text))).isEqualTo(plan);
            assertThat(text(plan())).contains("\"reference\": \"models/a.safetensors\"");
        }
    }

    @Test
    void saysThatAFileSystemIsNotOpen() {
        assertThatThrownBy(
                        () ->
                                PlanJson.read(
                                        new StringReader(
                                                text(plan())
                                                        .replace(
                                                                "\"models/a.safetensors\"",
                                                                "{\"uri\":"
                                                                    + " \"jar:file:/x.zip!/a\"}"))))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("[INVALID_PLAN]")
                .hasMessageContaining("expected the URI of a file in an open file system, got");
    }

    @Test
    void refusesModelsInMemoryBeforeAnythingIsWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), "as it was");
        ModelReference memory = ModelReference.of(Map.of(), "memory[0]");
        for (MergePlan plan : List.of(reading(memory), writing(memory))) {
            assertThatThrownBy(() -> PlanJson.write(plan, file))
                    .isInstanceOf(TergeException.class)
                    .hasMessage(
                            """
                            [PLAN_NOT_SAVABLE] The plan cannot be saved: memory[0] is in memory
                               fix: save the model to a file and plan again\
                            """);
        }
        assertThat(file).hasContent("as it was");
    }

    @Test
    void isWrittenAsAStreamOfAnySize() throws IOException {
        MergePlan plan = SomePlans.plan(1, 20_000);
        PlanJson.write(plan, folder.resolve("large.json"));
        assertThat(PlanJson.read(folder.resolve("large.json")).equals(plan)).isTrue();
    }

    static MergePlan plan() {
        Operand left = operand(0, 0.25, RowMap.all());
        Operand right = operand(1, 0.75, new RowMap.Gather(List.of(1L, 0L)));
        return new MergePlan(
                "0.1.0",
                List.of(
                        use(OptionalInt.of(0), ModelReference.at("models/a.safetensors")),
                        use(OptionalInt.of(1), ModelReference.at("hub://org/b")),
                        use(OptionalInt.empty(), new ModelReference.Location("base"))),
                2,
                new TreeMap<>(Map.of("pickle", "strict")),
                Optional.of(
                        new OutputPlan(
                                ModelReference.at("out"),
                                "huggingface",
                                Optional.of(DType.BF16),
                                OptionalLong.of(5_000_000_000L),
                                2,
                                true,
                                NonFinitePolicy.FAIL,
                                false,
                                new OutputFiles(
                                        List.of("LICENSE"),
                                        List.of("config.json"),
                                        new TreeMap<>(Map.of(".cache/x", "a cache")),
                                        new TreeMap<>(Map.of("x.gguf", "a copy"))))),
                List.of(
                        new ParameterPlan(
                                ParameterSpec.of("layers.3.重み", DType.BF16, Shape.of(2, 3)),
                                0,
                                new Action.Merge(
                                        "ties",
                                        new TreeMap<>(Map.of("density", "0.5", "rescale", "true")),
                                        List.of(left, right),
                                        Optional.of(operand(2, 1, new RowMap.Range(0, 2))),
                                        Extent.TENSOR,
                                        3,
                                        0,
                                        Optional.of(new Layer(3, 12)))),
                        new ParameterPlan(
                                ParameterSpec.of("ids", DType.F32, Shape.of(2, 3)),
                                1,
                                new Action.Copy(left, Action.Reason.NOT_FLOATING)),
                        new ParameterPlan(
                                ParameterSpec.of("head", DType.BF16, Shape.of(2, 3)),
                                0,
                                new Action.Tied("layers.3.重み"))),
                SomeLineages.omissions(),
                7,
                List.of(
                        new PluginUse(
                                PluginDescription.Kind.METHOD,
                                "ties",
                                "io.terge.methods.sparse.Ties",
                                "0.1.0",
                                "terge-methods-sparse.jar")),
                List.of(
                        Problem.of(TergeCode.SELECTOR_MATCHES_NOTHING, "\"x\" matches nothing")
                                .causedBy("weights rule 1")
                                .note("parameters: 3")
                                .fix("remove it")),
                123_456);
    }

    private static MergePlan reading(ModelReference model) {
        return plan(use(OptionalInt.of(0), model), Optional.empty(), List.of());
    }

    private static MergePlan writing(ModelReference target) {
        OutputPlan output =
                new OutputPlan(
                        target,
                        "arrays",
                        Optional.empty(),
                        OptionalLong.empty(),
                        1,
                        false,
                        NonFinitePolicy.WARN,
                        false,
                        OutputFiles.none());
        ModelUse use = use(OptionalInt.of(0), ModelReference.at("a"));
        return plan(use, Optional.of(output), List.of());
    }

    private static MergePlan plan(Action action) {
        ParameterSpec output = ParameterSpec.of("w", DType.F32, Shape.of(2, 3));
        ModelUse use = use(OptionalInt.of(0), ModelReference.at("a"));
        return plan(use, Optional.empty(), List.of(new ParameterPlan(output, 0, action)));
    }

    private static MergePlan plan(
            ModelUse model, Optional<OutputPlan> output, List<ParameterPlan> parameters) {
        return new MergePlan(
                "1",
                List.of(model),
                0,
                new TreeMap<>(),
                output,
                parameters,
                List.of(),
                0,
                List.of(),
                List.of(),
                0);
    }

    private static Operand operand(int model, double weight, RowMap rows) {
        ParameterSpec stored = ParameterSpec.of("w", DType.F32, Shape.of(2, 3));
        Footprint footprint = model == 1 ? Footprint.of(48, 4, 1024) : Footprint.stored(stored);
        return new Operand(
                model,
                stored,
                rows,
                footprint,
                weight,
                new TreeMap<>(model == 1 ? Map.of("epsilon", "0.1") : Map.of()));
    }

    private static ModelUse use(OptionalInt index, ModelReference reference) {
        return new ModelUse(index, reference, "huggingface", "5e884898da28");
    }

    static String text(MergePlan plan) throws IOException {
        StringWriter out = new StringWriter();
        PlanJson.write(plan, out);
        return out.toString();
    }
}
