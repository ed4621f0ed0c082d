package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.terge.json.LineageJson;
import io.terge.model.RecipeText;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

class MoeCommandTest {

    private static final String EXPERT = "model.layers.1.block_sparse_moe.experts.1.";

    @TempDir private Path folder;
    private Path recipe = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        new DenseModels("llama", 3).write(folder.resolve("base"), 0);
        new DenseModels("llama", 3).write(folder.resolve("first"), 100);
        new DenseModels("llama", 3).write(folder.resolve("second"), 200);
        new DenseModels("llama", 5).write(folder.resolve("wide"), 300);
        new DenseModels("llama", 3, 3).write(folder.resolve("deep"), 300);
        new DenseModels("gpt2", 3).write(folder.resolve("gpt"), 300);
        new DenseModels("qwen2", 3).write(folder.resolve("qwen"), 300);
        new DenseModels("llama", 3)
                .with("model.layers.0.mlp.up_proj.bias", 1, 3)
                .write(folder.resolve("biased"), 300);
        new DenseModels("llama", 3)
                .without("model.layers.1.mlp.up_proj.weight")
                .write(folder.resolve("lacking"), 300);
        new DenseModels("llama", 3)
                .with("model.layers.0.self_attn.q_proj.bias", 1, 2)
                .write(folder.resolve("attention"), 300);
        new TensorFile()
                .add("0", "F32", "[2,2]", TensorFile.bytes(1, 2, 3, 4))
                .add("1", "F32", "[2,2]", TensorFile.bytes(5, 6, 7, 8))
                .write(folder.resolve("gates.safetensors"));
        recipe =
                Files.writeString(
                        folder.resolve("recipe.yml"),
                        """
                        base_model: base
                        gate_mode: random
                        experts:
                          - source_model: first
                          - {source_model: second, residual_scale: 0.5}
                        """);
        out = folder.resolve("out");
    }

    @Test
    void aModelThatIsManyExpertsIsReadOnce() throws IOException {
        Files.writeString(
                recipe,
                "base_model: base\ngate_mode: random\nexperts:\n"
                        + "  - source_model: first\n".repeat(1000));
        CliRun run = CliRun.of("plan", recipe, "--out", out, "--max-memory", "100MB");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("model 0  " + folder.resolve("first") + " (experts)")
                .doesNotContain("model 1 ")
                .contains("gates    random, with a normal distribution, seed 0")
                .contains("6000 merged");
    }

    @Test
    void expertsAreCopiedAndTheRestIsThatOfTheBase() throws IOException {
        CliRun run = CliRun.of("moe", recipe, "--out", out);

        assertThat(run.status()).as(run.err()).isZero();
        // Of the file of the model: 8 of the embedding, 22 of layer 0, 4 of the attention.
        assertThat(number(EXPERT + "w1.weight")).isEqualTo(234);
        assertThat(number(EXPERT + "w3.weight")).isEqualTo(240);
        assertThat(number(EXPERT + "w2.weight")).isEqualTo(123);
        assertThat(number(EXPERT.replace("experts.1", "experts.0") + "w2.weight")).isEqualTo(146);
        assertThat(number("model.layers.1.self_attn.q_proj.weight")).isEqualTo(30);
        assertThat(number("lm_head.weight")).isEqualTo(52);
        assertThat(Files.readString(out.resolve("config.json")))
                .contains("\"mixtral\"", "\"num_local_experts\": 2");
        assertThat(out.resolve("tokenizer_config.json")).exists();
    }

    @Test
    void theLineageHasTheRecipeAndTheOutputOnlyWhatIsTrueThere() throws IOException {
        Path lineage = folder.resolve("lineage.json");
        CliRun run = CliRun.of("moe", recipe, "--seed", "7", "--lineage", lineage, "--out", out);

        assertThat(run.err()).doesNotContain("not merged");
        RecipeText kept = LineageJson.read(lineage).recipe().orElseThrow();
        assertThat(kept.text()).isEqualTo(Files.readString(recipe));
        assertThat(kept.changes()).containsExactly("--seed 7");
        assertThat(kept.kept()).isEmpty();
        assertThat(out.resolve("merge-recipe.yml")).doesNotExist();
    }

    @Test
    void theCardNamesTheModelsOfTheParts() throws IOException {
        Files.writeString(folder.resolve("base/README.md"), "---\nlicense: mit\n---\n# Base\n");
        assertThat(Files.readString(make("carded").resolve("README.md")))
                .contains("| `second` |  | unknown |")
                .contains("6 parameters of `first`: method `passthrough`.")
                .contains("6 parameters of `second`: method `passthrough`.")
                .contains("6 parameters: copied, not merged.");
    }

    @Test
    void thePlanIsThatOfTheMerge() {
        CliRun moe = CliRun.of("moe", recipe, "--out", out, "--dry-run");
        CliRun plan = CliRun.of("plan", recipe, "--out", out);

        assertThat(moe).isEqualTo(plan);
        GoldenFiles.check("moe/plan", moe.transcript(folder));
    }

    @Test
    void aSavedPlanGivesTheSameBytes() throws IOException {
        Path saved = folder.resolve("plan.json");
        assertThat(CliRun.of("plan", recipe, "--out", out, "--save", saved).status()).isZero();
        assertThat(CliRun.of("merge", "--plan", saved).status()).isZero();
        Path direct = folder.resolve("direct");
        assertThat(CliRun.of("moe", recipe, "--out", direct).status()).isZero();
        assertThat(weights(out)).hasSameBinaryContentAs(weights(direct));
    }

    @Test
    void noiseDependsOnTheSeedAloneAndChangesItsExpertAlone() throws IOException {
        String noise = "experts.1.noise_scale=0.01";
        Path without = make("without");
        Path none = make("none", "--set", "experts.1.noise_scale=0");
        Path one = make("one", "--threads", "1", "--set", noise);
        Path four = make("four", "--threads", "4", "--set", noise);
        Path other = make("other", "--seed", "1", "--set", noise);
        assertThat(weights(none)).hasSameBinaryContentAs(weights(without));
        assertThat(weights(four)).hasSameBinaryContentAs(weights(one));
        out = one;
        assertThat(number(EXPERT + "w1.weight")).isNotEqualTo(234).isCloseTo(234, within(0.1f));
        assertThat(number(EXPERT.replace("experts.1", "experts.0") + "w2.weight")).isEqualTo(146);
        float noisy = number(EXPERT + "w2.weight");
        assertThat(noisy).isNotEqualTo(123).isCloseTo(123, within(0.1f));
        out = other;
        assertThat(number(EXPERT + "w2.weight")).isNotEqualTo(noisy);
    }

    @Test
    void aMissingModelIsToldWithItsPlaceInTheRecipe() throws IOException {
        Files.writeString(recipe, Files.readString(recipe).replace("model: first", "model: gone"));
        assertThat(CliRun.of("moe", recipe, "--out", out).err())
                .contains("gone' does not exist\n   named at " + recipe + ":4:19\n");
    }

    @Test
    void randomGatesDependOnTheSeedAlone() throws IOException {
        Path one = make("one", "--threads", "1", "--seed", "1");
        assertThat(weights(one)).hasSameBinaryContentAs(weights(make("two", "--set", "seed=1")));
        assertThat(Files.mismatch(weights(one), weights(make("three")))).isNotNegative();
        Path merged = folder.resolve("merged");
        assertThat(CliRun.of("merge", recipe, "--out", merged, "--seed", "1").status()).isZero();
        assertThat(weights(one)).hasSameBinaryContentAs(weights(merged));
    }

    @Test
    void gatesMayBeGiven() throws IOException {
        Path made = make("given", "--set", "gate_mode=", "--set", "gates=gates.safetensors");
        assertThat(TensorFile.read(weights(made), "model.layers.1.block_sparse_moe.gate.weight"))
                .containsExactly(5, 6, 7, 8);
    }

    @Test
    void anExpertIsExtractedBitForBit() throws IOException {
        make("out");
        Path back = folder.resolve("back");
        CliRun run = CliRun.of("extract", out, "--expert", "0", "--out", back);

        assertThat(run.status()).as(run.err()).isZero();
        for (String part : new String[] {"gate", "up", "down"}) {
            String name = "model.layers.1.mlp.%s_proj.weight".formatted(part);
            assertThat(TensorFile.read(weights(back), name))
                    .isEqualTo(TensorFile.read(weights(folder.resolve("first")), name));
        }
        assertThat(TensorFile.read(weights(back), "lm_head.weight")).startsWith(52);
        assertThat(Files.readString(back.resolve("config.json")))
                .contains("\"MistralForCausalLM\"", "\"intermediate_size\": 3")
                .doesNotContain("experts");
    }

    @Test
    void layersOfAnExpertAreExtracted() throws IOException {
        make("out");
        Path back = folder.resolve("back");
        CliRun run = CliRun.of("extract", out, "--expert", "0", "--layers", "1", "--out", back);

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(TensorFile.read(weights(back), "model.layers.0.mlp.gate_proj.weight"))
                .startsWith(134);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    base-missing        | base_model=gone
                    expert-missing      | experts.0.source_model=gone
                    base-of-other-type  | base_model=gpt
                    architecture        | architecture=qwen3
                    shared-in-mixtral   | architecture=mixtral && shared_experts=[{source_model: base}]
                    qwen-without-shared | base_model=qwen
                    base-with-biases    | base_model=attention
                    expert-with-bias    | experts.1.source_model=biased
                    expert-incomplete   | experts.1.source_model=lacking
                    expert-too-wide     | experts.1.source_model=wide
                    expert-too-deep     | experts.1.source_model=deep
                    all-experts         | experts=[{source_model: wide}, {source_model: deep}, {source_model: lacking}]
                    gates-of-others     | gate_mode= && gates=gates.safetensors && experts=[{source_model: base}, {source_model: base}, {source_model: base}]
                    gates-of-a-model    | gate_mode= && gates=base/model.safetensors
                    gates-missing       | gate_mode= && gates=gone.safetensors
                    """)
    void whatDoesNotFitIsRejectedAndNothingIsWritten(String golden, String sets)
            throws IOException {
        SortedMap<String, String> before = FolderState.of(folder);
        List<Object> arguments = new ArrayList<>(List.of("moe", recipe, "--out", out));
        for (String set : sets.split(" && ")) {
            arguments.addAll(List.of("--set", set));
        }

        CliRun run = CliRun.of(arguments.toArray());

        GoldenFiles.check("moe/" + golden, run.transcript(folder));
        assertThat(run.status()).isEqualTo(ExitStatus.REJECTED.code());
        assertThat(FolderState.of(folder)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"extract-of-dense, base, 0", "extract-beyond, out, 2"})
    void whatIsNoExpertIsRejected(String golden, String model, String expert) throws IOException {
        make("out");
        CliRun run =
                CliRun.of(
                        "extract",
                        folder.resolve(model),
                        "--expert",
                        expert,
                        "--out",
                        folder.resolve("back"));
        GoldenFiles.check("moe/" + golden, run.transcript(folder));
        assertThat(run.status()).isEqualTo(ExitStatus.REJECTED.code());
    }

    @Test
    void aRecipeOfAMergeIsRejected() throws IOException {
        Path merge = Files.writeString(folder.resolve("merge.yml"), "models: [base, first]");
        CliRun run = CliRun.of("moe", merge, "--out", out);
        GoldenFiles.check("moe/recipe-of-a-merge", run.transcript(folder));
        assertThat(run.status()).isEqualTo(ExitStatus.REJECTED.code());
    }

    private Path make(String name, String... options) {
        Path made = folder.resolve(name);
        List<Object> arguments = new ArrayList<>(List.of("moe", recipe, "--out", made));
        arguments.addAll(List.of(options));
        CliRun run = CliRun.of(arguments.toArray());
        assertThat(run.status()).as(run.err()).isZero();
        return made;
    }

    private float number(String name) throws IOException {
        return TensorFile.read(weights(out), name)[0];
    }

    private static Path weights(Path model) {
        return model.resolve("model.safetensors");
    }
}
