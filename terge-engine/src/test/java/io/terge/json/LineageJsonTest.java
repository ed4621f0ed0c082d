package io.terge.json;

import static io.terge.json.SomeLineages.contribution;
import static io.terge.json.SomeLineages.lineage;
import static io.terge.json.SomeLineages.options;
import static io.terge.json.SomeLineages.parameters;
import static io.terge.json.SomeLineages.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.terge.api.Lineage;
import io.terge.api.Lineage.Contribution;
import io.terge.api.Lineage.ParameterLineage;
import io.terge.api.ModelUse;
import io.terge.engine.fixture.Golden;

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
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

class LineageJsonTest {

    private static final ModelUse A = SomeLineages.A;
    private static final ModelUse B = SomeLineages.B;
    private static final Lineage LINEAGE = SomeLineages.lineage();

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
                    \uFEFF{}                                           | byte order mark (BOM)
                    {"copied": {"w": {"reason": "LOST"}}}               | expected one of [NOT_FLOATING,
                    {"copied": {"w": {"reason": "EXCLUDED"}}}           | "dtype"
                    {"tied": {"w": 1}}                                  | expected a string, got 1
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

    private static String write(Lineage lineage) throws IOException {
        StringWriter out = new StringWriter();
        LineageJson.write(lineage, out);
        return out.toString();
    }

    private static Lineage read(String json) throws IOException {
        return LineageJson.read(new StringReader(json));
    }
}
