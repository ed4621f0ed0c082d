package io.terge.hf.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;
import io.terge.spi.format.MergeSummary;
import io.terge.spi.format.MergeSummary.Model;
import io.terge.spi.format.MergeSummary.Use;
import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class ModelCardTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void tellsModelsWeightsLicencesMethodsAndTypes() throws IOException {
        Model base =
                model(
                        "/home/me/base",
                        true,
                        "license: mit\nlanguage: [de, no]\nlibrary_name: transformers\n");
        Model tuned = model("acme/tuned@" + COMMIT, false, "license: mit\n");

        String card =
                card(
                        new MergeSummary(
                                List.of(base, tuned),
                                List.of(
                                        new Use(
                                                "ties",
                                                new TreeMap<>(Map.of("density", "0.5")),
                                                List.of(Double.NaN, 1.0 / 3),
                                                9),
                                        new Use(
                                                "arithmetic",
                                                new TreeMap<>(),
                                                List.of(0.25, 0.75),
                                                2)),
                                4));

        assertThat(card)
                .isEqualTo(
                        """
                        ---
                        base_model:
                        - acme/tuned
                        base_model_relation: merge
                        license: mit
                        library_name: transformers
                        language:
                        - de
                        - "no"
                        tags:
                        - merge
                        - terge
                        ---

                        # Merge of `base`, `acme/tuned`

                        This model was merged from 2 models with terge.

                        | model | weight | licence |
                        |---|---|---|
                        | `base` (base) |  | `mit` |
                        | `acme/tuned` | 0.333333 | `mit` |

                        9 parameters: method `ties` with `density=0.5`.

                        2 parameters: method `arithmetic`, weights 0.25, 0.75.

                        4 parameters: copied, not merged.

                        Stored as BF16, F32.

                        The licences of all models apply to the merged model.
                        """);
    }

    @Test
    void licencesThatDifferAreOther() throws IOException {
        assertThat(yaml(card("license: mit\n", "license: apache-2.0\n")).get("license"))
                .isEqualTo("other");
    }

    @Test
    void aLicenceThatOnlyOneModelStatesIsNotThatOfAll() throws IOException {
        assertThat(yaml(card("license: mit\n", "tags: [x]\n")).get("license")).isEqualTo("other");
    }

    @Test
    void unknownLicencesAreLeftOut() throws IOException {
        assertThat(yaml(card("tags: [x]\n", "tags: [x]\n"))).doesNotContainKey("license");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "license: [mit\n",
                "a: &a [x, x]\nlicense: *missing\n",
                "- a list\n",
                "license: {mit: true}\n",
                "license:\n",
                "",
                "\u0000\n",
                "? [a, b]\n: c\nlicense: [[mit]]\n"
            })
    void frontMatterThatCannotBeReadSaysNothing(String broken) throws IOException {
        assertThat(yaml(card(broken, broken))).doesNotContainKey("license");
    }

    @Test
    void typesOfOtherProgramsSayNothing() throws IOException {
        String typed = "license: !!java.lang.ProcessBuilder [touch]\n";

        assertThat(yaml(card(typed, typed))).doesNotContainKey("license");
    }

    @Test
    void deeplyNestedFrontMatterSaysNothing() throws IOException {
        String deep = "a: " + "[".repeat(20_000) + "\n";

        assertThat(yaml(card(deep, deep))).doesNotContainKey("license");
    }

    @Test
    void textsOfOthersAreNeitherMarkdownNorYaml() throws IOException {
        String hostile = "license: \"`|<b>\\n# x\"\nlibrary_name: \"a: b\\n---\\n# y\"\n";

        String card = card(hostile, hostile);

        assertThat(card).contains("`'/<b>?# x`").doesNotContain("\n# x").doesNotContain("\n# y");
        assertThat(yaml(card).get("library_name")).isEqualTo("a: b\n---\n# y");
    }

    @Test
    void aRecipeIsInAFenceThatItCannotEnd() throws IOException {
        String recipe = "models: [a, b]\n# ```\n# ````\n# <b> `x`";

        String card =
                card(
                        new MergeSummary(
                                List.of(model("a", true, ""), model("b", false, "")),
                                List.of(
                                        new Use(
                                                "arithmetic",
                                                new TreeMap<>(),
                                                List.of(0.5, 0.5),
                                                1)),
                                0),
                        List.of(),
                        Optional.of(recipe));

        assertThat(card)
                .endsWith(
                        """

                        The recipe:

                        `````yaml
                        models: [a, b]
                        # ```
                        # ````
                        # <b> `x`
                        `````
                        """);
    }

    private static String card(String base, String other) throws IOException {
        return card(
                new MergeSummary(
                        List.of(model("a", true, base), model("b", false, other)),
                        List.of(new Use("arithmetic", new TreeMap<>(), List.of(0.5, 0.5), 1)),
                        0));
    }

    private static String card(MergeSummary summary) throws IOException {
        List<ParameterSpec> parameters =
                List.of(
                        ParameterSpec.of("a", DType.F32, Shape.of(2)),
                        ParameterSpec.of("b", DType.BF16, Shape.of(30)));
        return card(summary, parameters, Optional.empty());
    }

    private static String card(
            MergeSummary summary, List<ParameterSpec> parameters, Optional<String> recipe)
            throws IOException {
        return new String(ModelCard.of(summary, parameters, recipe), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> yaml(String card) {
        String front = FrontMatter.in(card).orElseThrow().yaml();
        Map<String, Object> fields = new TreeMap<>();
        if (new Load(LoadSettings.builder().build()).loadFromString(front)
                instanceof Map<?, ?> map) {
            map.forEach((name, value) -> fields.put(String.valueOf(name), value));
        }
        return fields;
    }

    @Test
    void stagesHavePartsOfTheirOwnAndTheirModelsAreNamed() throws IOException {
        Model base = model("acme/base@" + COMMIT, true, "license: mit\n");
        Model tuned = model("acme/tuned@" + COMMIT, false, "license: apache-2.0\n");
        MergeSummary first =
                new MergeSummary(
                        List.of(base, tuned),
                        List.of(new Use("ties", new TreeMap<>(), List.of(Double.NaN, 1.0), 9)),
                        1);
        Model stage =
                new Model(ModelReference.ofStage("first"), true, List.of(), Optional.of(first));
        Model other = model("/home/me/other", false, "license: mit\n");

        String card =
                card(
                        new MergeSummary(
                                List.of(stage, other),
                                List.of(new Use("linear", new TreeMap<>(), List.of(0.5, 0.5), 10)),
                                0));

        assertThat(card)
                .contains(
                        "base_model:\n- acme/base\n- acme/tuned\n",
                        "license: other\n",
                        "# Merge of `acme/base`, `acme/tuned`, `other`",
                        "merged from 3 models",
                        """
                        ## Stage `first`

                        | model | weight | licence |
                        |---|---|---|
                        | `acme/base` (base) |  | `mit` |
                        | `acme/tuned` | 1 | `apache-2.0` |

                        9 parameters: method `ties`.

                        1 parameter: copied, not merged.

                        ## Result

                        | model | weight | licence |
                        |---|---|---|
                        | `stage:first` (base) | 0.5 |  |
                        | `other` | 0.5 | `mit` |

                        10 parameters: method `linear`.
                        """);
    }

    private static Model model(String name, boolean isBase, String front) {
        return new Model(ModelReference.at(name), isBase, List.of(readme(front)));
    }

    private static Companion readme(String front) {
        byte[] text = ("---\n" + front + "---\ntext\n").getBytes(StandardCharsets.UTF_8);
        return new Companion() {
            @Override
            public String name() {
                return "README.md";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(text);
            }
        };
    }
}
