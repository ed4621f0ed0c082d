package io.terge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.terge.api.Action.Reason;
import io.terge.api.Lineage;
import io.terge.api.Lineage.Contribution;
import io.terge.api.Lineage.CopiedLineage;
import io.terge.api.Lineage.ParameterLineage;
import io.terge.api.ModelUse;
import io.terge.api.Omission;
import io.terge.api.PluginDescription;
import io.terge.api.PluginUse;
import io.terge.engine.fixture.Golden;
import io.terge.model.ModelReference;
import io.terge.tensor.DType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

class LineageJsonTest {

    private static final ModelUse A = use(OptionalInt.of(0), "a.safetensors");
    private static final ModelUse B = use(OptionalInt.of(1), "b \"quoted\".safetensors");
    private static final Lineage LINEAGE =
            new Lineage(
                    "0.1.0",
                    List.of(A, B),
                    A,
                    7,
                    List.of(
                            new PluginUse(
                                    PluginDescription.Kind.METHOD,
                                    "arithmetic",
                                    "io.acme.Mean",
                                    "1.2",
                                    "mean.jar")),
                    List.of(
                            new Lineage.Survey(
                                    "trim",
                                    options("density", "0.5"),
                                    "cut at 0.1",
                                    List.of("ok"))),
                    parameters("head.weight", "Head", "embed.重み"),
                    copied(),
                    new TreeMap<>(Map.of("lm_head.weight", "head.weight")),
                    List.of(
                            new Omission(
                                    Omission.Cause.OTHER_SHAPE,
                                    Omission.Effect.RESCALED,
                                    OptionalInt.of(1),
                                    7,
                                    List.of(
                                            new Omission.Example("a", "[1] in the base"),
                                            new Omission.Example("b", "")))));

    @TempDir Path folder;

    @Test
    void isWrittenSorted() throws IOException {
        Golden.check("lineage", write(LINEAGE).stripTrailing());
    }

    @Test
    void endsWithOneLineBreakAndHasNoOtherKindOfThem() throws IOException {
        assertThat(write(LINEAGE)).endsWith("}\n").doesNotEndWith("\n\n").doesNotContain("\r");
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        assertThat(read(write(LINEAGE))).isEqualTo(LINEAGE);
        LineageJson.write(LINEAGE, folder.resolve("lineage.json"));
        assertThat(LineageJson.read(folder.resolve("lineage.json"))).isEqualTo(LINEAGE);
    }

    @Test
    void keepsWeightsToTheLastBit() throws IOException {
        double[] odd = {1.0 / 3, -0.1, 1e-320, Double.MAX_VALUE, 5, Double.MIN_VALUE, -0.0};
        List<Contribution> contributions =
                IntStream.range(0, odd.length)
                        .mapToObj(i -> contribution(i, odd[i], OptionalDouble.of(odd[i])))
                        .toList();
        SortedMap<String, ParameterLineage> parameters = new TreeMap<>();
        parameters.put(
                "w",
                new ParameterLineage(
                        Optional.empty(),
                        "m",
                        options(),
                        OptionalDouble.of(-0.0),
                        contributions,
                        List.of()));
        Lineage lineage = lineage(List.of(A), A, Long.MIN_VALUE, parameters);
        assertThat(read(write(lineage))).isEqualTo(lineage);
    }

    @Test
    void keepsCoefficientsThatAreNoNumbers() throws IOException {
        List<Contribution> contributions =
                DoubleStream.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
                        .mapToObj(odd -> contribution(0, 1, OptionalDouble.of(odd)))
                        .toList();
        SortedMap<String, ParameterLineage> parameters = new TreeMap<>();
        parameters.put(
                "w",
                new ParameterLineage(
                        Optional.empty(),
                        "m",
                        options(),
                        OptionalDouble.of(Double.NaN),
                        contributions,
                        List.of()));
        Lineage lineage = lineage(List.of(A), A, 0, parameters);
        assertThat(read(write(lineage))).isEqualTo(lineage);
    }

    @Test
    void keepsNamesOfAllCharacters() throws IOException {
        Lineage lineage = lineage(List.of(A), A, 0, parameters("\u0000", "\ud83d\ude00", "\"\\\n"));
        LineageJson.write(lineage, folder.resolve("lineage.json"));
        assertThat(LineageJson.read(folder.resolve("lineage.json"))).isEqualTo(lineage);
    }

    @Test
    void readsWhatTheFirstVersionWrote() throws IOException {
        Lineage lineage =
                read(
                        """
                        {
                          "terge": "0.1.0",
                          "models": [ {
                            "index": 0,
                            "reference": "a.safetensors",
                            "adapter": "safetensors"
                          } ],
                          "base": {
                            "index": 0,
                            "reference": "a.safetensors",
                            "adapter": "safetensors"
                          },
                          "parameters": {
                            "Head": {
                              "method": "arithmetic",
                              "contributions": [ {
                                "model": 0,
                                "weight": 1.0
                              } ]
                            }
                          }
                        }
                        """);
        assertThat(lineage.seed()).isZero();
        assertThat(lineage.surveys()).isEmpty();
        assertThat(lineage.base().digest()).isEmpty();
        assertThat(lineage.parameters().get("Head"))
                .isEqualTo(
                        new ParameterLineage(
                                Optional.empty(),
                                "arithmetic",
                                options(),
                                OptionalDouble.empty(),
                                List.of(contribution(0, 1, OptionalDouble.empty())),
                                List.of()));
    }

    @Test
    void hasNoIndexForABaseThatIsNotOneOfTheModels() throws IOException {
        ModelUse base = use(OptionalInt.empty(), "base.safetensors");
        Lineage lineage = lineage(List.of(A, B), base, 0, new TreeMap<>());
        String json = write(lineage);
        assertThat(json.lines().filter(line -> line.contains("\"base\""))).hasSize(1);
        assertThat(json.substring(json.indexOf("\"base\""))).doesNotContain("\"index\"");
        assertThat(read(json).base()).isEqualTo(base);
    }

    @Test
    void passesOverFieldsThatItDoesNotKnow() throws IOException {
        String json =
                """
                {"when": {"year": 2026, "of": [1, [2]]}, "terge": "9", "models": [],
                 "base": {"reference": "b", "hash": null, "adapter": "x"},
                 "parameters": {"w": {"method": "m", "seed": 7, "contributions":
                   [{"model": 0, "share": true, "weight": 1}]}}, "more": []}
                """;
        Lineage lineage = read(json);
        assertThat(lineage.terge()).isEqualTo("9");
        assertThat(lineage.parameters().get("w")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                                  | line 1
                    [                                                   | line 1
                    {                                                   | line 1
                    {"terge": 1}                                        | line 1, column 11
                    {"terge": "1", "terge": "2"}                        | Duplicate
                    {"terge": "1"}                                      | "base"
                    {"terge": "1", "base": {"adapter": "x"}}            | line 1, column 39
                    {"terge": "1", "base": {"reference": "", "adapter": "x"}} | line 1
                    {"terge": "1", "models": [7]}                       | line 1, column 27
                    {"base": {"index": "0"}}                            | line 1, column 20
                    {"base": {"index": 1.5}}                            | line 1, column 20
                    {"base": {"index": 99999999999}}                    | line 1
                    {"parameters": {"w": {"contributions": [{"weight": "1"}]}}} | line 1, column 52
                    {"parameters": {"w": {"contributions": [{"weight": 1}]}}} | "model"
                    {"terge": "1", "base": {"reference": "b", "adapter": "x"}} x | line 1
                    {"copied": {"w": {"reason": "LOST"}}}               | expected one of [NOT_FLOATING,
                    {"copied": {"w": {"reason": "EXCLUDED"}}}           | "dtype"
                    {"tied": {"w": 1}}                                  | expected a text, got 1
                    {"plugins": [{"kind": "METHOD"}]}                   | "name"
                    {"omissions": [{"cause": "LOST"}]}                  | expected one of [MISSING_IN_MODEL,
                    """)
    void saysWhereItIsMalformed(String json, String where) {
        assertThatIOException()
                .isThrownBy(() -> read(json))
                .withMessageStartingWith("Not a lineage: ")
                .withMessageContaining(where);
    }

    @Test
    void tellsOfAFailedReadAsSuch() {
        IOException failure = new IOException("bad sector");
        Reader broken =
                new Reader() {
                    @Override
                    public int read(char[] into, int from, int count) throws IOException {
                        throw failure;
                    }

                    @Override
                    public void close() {}
                };
        assertThatIOException()
                .isThrownBy(() -> LineageJson.read(broken))
                .withMessage("bad sector");
        assertThatIOException()
                .isThrownBy(() -> LineageJson.read(folder.resolve("gone.json")))
                .withMessageContaining("gone.json");
    }

    @Test
    void replacesAFileThatIsThere() throws IOException {
        Path file = folder.resolve("lineage.json");
        Files.writeString(file, "x".repeat(10_000));
        LineageJson.write(LINEAGE, file);
        assertThat(LineageJson.read(file)).isEqualTo(LINEAGE);
    }

    private static Lineage lineage(
            List<ModelUse> models,
            ModelUse base,
            long seed,
            SortedMap<String, ParameterLineage> parameters) {
        return new Lineage(
                "1",
                models,
                base,
                seed,
                List.of(),
                List.of(),
                parameters,
                new TreeMap<>(),
                new TreeMap<>(),
                List.of());
    }

    private static SortedMap<String, CopiedLineage> copied() {
        SortedMap<String, CopiedLineage> copied = new TreeMap<>();
        copied.put(
                "ids", new CopiedLineage(DType.I64, OptionalInt.of(0), "ids", Reason.NOT_FLOATING));
        copied.put(
                "norm",
                new CopiedLineage(
                        DType.named("Q4_K"), OptionalInt.empty(), "model.norm", Reason.EXCLUDED));
        return copied;
    }

    private static SortedMap<String, ParameterLineage> parameters(String... names) {
        SortedMap<String, ParameterLineage> parameters = new TreeMap<>();
        for (String name : names) {
            boolean full = name.equals("Head");
            Contribution first =
                    new Contribution(
                            0,
                            0.75,
                            full ? OptionalDouble.of(0.7) : OptionalDouble.empty(),
                            full ? options("epsilon", "0.1") : options());
            parameters.put(
                    name,
                    new ParameterLineage(
                            full ? Optional.of(DType.BF16) : Optional.empty(),
                            "arithmetic",
                            full ? options("sign", "sum", "density", "0.5") : options(),
                            full ? OptionalDouble.of(0.25) : OptionalDouble.empty(),
                            List.of(first, contribution(1, 0.25, OptionalDouble.empty())),
                            full ? List.of("fell back") : List.of()));
        }
        return parameters;
    }

    private static SortedMap<String, String> options(String... namesAndValues) {
        SortedMap<String, String> options = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            options.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return options;
    }

    private static Contribution contribution(int model, double weight, OptionalDouble coefficient) {
        return new Contribution(model, weight, coefficient, options());
    }

    private static ModelUse use(OptionalInt index, String reference) {
        return new ModelUse(index, ModelReference.at(reference), "safetensors", "5e88");
    }

    private static String write(Lineage lineage) throws IOException {
        StringWriter out = new StringWriter();
        LineageJson.write(lineage, out);
        return out.toString();
    }

    private static Lineage read(String json) throws IOException {
        return LineageJson.read(new StringReader(json));
    }
}
