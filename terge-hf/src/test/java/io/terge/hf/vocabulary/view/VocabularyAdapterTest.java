package io.terge.hf.vocabulary.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.ErrorCode;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.hf.Models;
import io.terge.hf.directory.HuggingFaceAdapter;
import io.terge.hf.safetensors.SafetensorsAdapter;
import io.terge.hf.vocabulary.VocabularyCode;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.Shape;
import io.terge.testkit.TestAdapterContext;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

class VocabularyAdapterTest {

    private static final String EMBEDDING = "model.embed_tokens.weight";
    private static final String HEAD = "lm_head.weight";
    private static final String BIAS = "lm_head.bias";
    private static final String NORM = "model.norm.weight";

    @TempDir private Path folder;

    @Test
    void theUnionGathersRowsOfAllModels() throws IOException {
        List<Path> models = List.of(first(), second(), third());
        try (ModelSource view = open("union", models, 0, 0)) {
            assertThat(Models.values(view, EMBEDDING))
                    // a, b, c of its own; x of the second; y the mean of the others; z of the third
                    .containsExactly(1, 2, 3, 4, 5, 6, 50, 60, 40, 55, 30, 40);
            assertThat(Models.values(view, BIAS)).containsExactly(1, 2, 3, 30, 40, 2);
            assertThat(Models.values(view, NORM)).containsExactly(7, 8);
            assertThat(view.tensor(NORM).bytes()).isPresent();
            assertThat(view.traits()).containsEntry("vocab_size", "6");
            assertThat(view.vocabulary().orElseThrow().tokens())
                    .hasSize(6)
                    .containsEntry("a", 0)
                    .containsEntry("x", 3)
                    .containsEntry("z", 5);
        }
        try (ModelSource view = open("union", models, 0, 1)) {
            // a and b of its own, in the base's order; c of the base
            assertThat(Models.values(view, EMBEDDING))
                    .containsExactly(30, 40, 10, 20, 5, 6, 50, 60, 70, 80, 30, 40);
            assertThat(view.parameters())
                    .filteredOn(one -> one.name().equals(EMBEDDING))
                    .allMatch(one -> one.shape().equals(Shape.of(6, 2)));
        }
    }

    @Test
    void aModelWithTiedEmbeddingsGivesThemToTheHeadsOfOthers() throws IOException {
        Path untied =
                new TinyModel(folder.resolve("untied"))
                        .config(1)
                        .tokens("a")
                        .floats(EMBEDDING, "[1,2]", 1, 2)
                        .floats(HEAD, "[1,2]", 3, 4)
                        .write();
        Path tied =
                new TinyModel(folder.resolve("tied"))
                        .file(
                                "config.json",
                                """
                                {"vocab_size": 2, "tie_word_embeddings": true,
                                 "architectures": ["LlamaForCausalLM"]}
                                """)
                        .tokens("x", "a")
                        .floats(EMBEDDING, "[2,2]", 10, 20, 30, 40)
                        .write();
        try (ModelSource view = open("union", List.of(untied, tied), 0, 0)) {
            assertThat(Models.values(view, EMBEDDING)).containsExactly(1, 2, 10, 20);
            assertThat(Models.values(view, HEAD)).containsExactly(3, 4, 10, 20);
        }
        try (ModelSource view = open("union", List.of(untied, tied), 0, 1)) {
            assertThat(Models.names(view)).containsExactly(EMBEDDING);
            assertThat(view.aliases()).containsEntry(HEAD, EMBEDDING);
            assertThat(Models.values(view, EMBEDDING)).containsExactly(30, 40, 10, 20);
        }
    }

    @Test
    void rowsThatAreRoundedUpAreTheMeanOfTokens() throws IOException {
        List<Path> models = List.of(first(), second());
        ModelReference view =
                VocabularyAdapter.aligned("base", references(models), 1, OptionalInt.of(8)).get(0);
        try (ModelSource source = context().open(view)) {
            assertThat(Models.values(source, BIAS)).containsExactly(2, 1, 30, 40, 2, 2, 2, 2);
        }
    }

    @Test
    void paddingOfTheBaseStays() throws IOException {
        Path padded =
                new TinyModel(folder.resolve("padded"))
                        .config(3)
                        .tokens("a", "b")
                        .floats(EMBEDDING, "[3,1]", 1, 2, 9)
                        .write();
        Path other =
                new TinyModel(folder.resolve("other"))
                        .config(2)
                        .tokens("b", "a")
                        .floats(EMBEDDING, "[2,1]", 20, 10)
                        .write();
        try (ModelSource view = open("union", List.of(padded, other), 0, 0)) {
            assertThat(Models.values(view, EMBEDDING)).containsExactly(1, 2, 9);
            assertThat(view.tensor(EMBEDDING).bytes()).isPresent();
        }
        try (ModelSource view = open("union", List.of(padded, other), 0, 1)) {
            assertThat(Models.values(view, EMBEDDING)).containsExactly(10, 20, 9);
        }
    }

    @Test
    void theTokenizerIsThatOfTheModelWithTheVocabulary() throws IOException {
        List<Path> models = List.of(first(), second());
        try (ModelSource view = open("1", models, 0, 0)) {
            assertThat(Models.values(view, BIAS)).containsExactly(2, 1, 30, 40);
            assertThat(companion(view, "tokenizer.json"))
                    .isEqualTo(Files.readString(models.get(1).resolve("tokenizer.json")));
            assertThat(view.warnings())
                    .anyMatch(one -> one.code() == VocabularyCode.VOCABULARY_FILES_OUTDATED);
        }
    }

    @Test
    void equalVocabulariesStayAsTheyAre() throws IOException {
        Path model = first();
        try (ModelSource view = open("intersection", List.of(model, model), 0, 1)) {
            assertThat(view.tensor(EMBEDDING).bytes()).isPresent();
            assertThat(view.companions()).allMatch(one -> one.path().isPresent());
            assertThat(view.warnings()).isEmpty();
        }
    }

    @Test
    void theConfigurationHasTheNumberOfRows() throws IOException {
        try (ModelSource view = open("union", List.of(first(), second()), 0, 0)) {
            assertThat(companion(view, "config.json"))
                    .contains("\"vocab_size\": 5")
                    .contains("\"model_type\": \"llama\"");
        }
    }

    @Test
    void tokensAreNotRemoved() throws IOException {
        List<Path> models = List.of(first(), second());
        assertRefused("intersection", models, VocabularyCode.VOCABULARY_INVALID)
                .hasMessageContaining("1 tokens of ")
                .hasMessageContaining(models.getFirst().toString());
    }

    @Test
    void aModelNeedsATokenizer() throws IOException {
        Path model = first();
        Files.delete(model.resolve("tokenizer.json"));
        assertRefused("union", List.of(second(), model), VocabularyCode.VOCABULARY_MISSING)
                .hasMessageContaining(model + "' has no tokenizer.json");
    }

    @Test
    void rowsHaveOneWidth() throws IOException {
        Path wide =
                new TinyModel(folder.resolve("wide"))
                        .config(1)
                        .tokens("w")
                        .floats(EMBEDDING, "[1,3]", 1, 2, 3)
                        .write();
        assertRefused("union", List.of(first(), wide), VocabularyCode.VOCABULARY_NO_ROWS)
                .hasMessageContaining(wide + ": F32 [1, 3]");
    }

    @Test
    void thereIsAnEmbedding() throws IOException {
        Path model = first();
        Files.writeString(model.resolve("config.json"), "{\"vocab_size\": 99}");
        assertRefused("union", List.of(model, second()), VocabularyCode.VOCABULARY_NO_ROWS)
                .hasMessageContaining("no embedding of 99 rows")
                .hasMessageContaining(EMBEDDING + " has the shape [3, 2]");
    }

    @Test
    void integersAreNotRearranged() throws IOException {
        Path packed =
                new TinyModel(folder.resolve("packed"))
                        .config(1)
                        .tokens("q")
                        .bytes(EMBEDDING, "I8", "[1,2]", (byte) 1, (byte) 2)
                        .write();
        assertRefused("union", List.of(packed, first()), VocabularyCode.VOCABULARY_NO_ROWS)
                .hasMessageContaining("it is quantised");
    }

    @Test
    void aModelIsOneOfThoseInItsSetting() throws IOException {
        List<ModelReference> models = references(List.of(first(), second()));
        ModelReference other =
                ModelReference.at(folder.resolve("third"))
                        .withSettings(
                                VocabularyAdapter.aligned("union", models, 0, OptionalInt.empty())
                                        .getFirst()
                                        .settings());
        assertThatThrownBy(() -> context().open(other))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refused -> assertThat(refused.code()).isEqualTo(TergeCode.INVALID_SETTING))
                .hasMessageContaining("third");
    }

    /** a b c. */
    private Path first() throws IOException {
        return new TinyModel(folder.resolve("first"))
                .config(3)
                .tokens("a", "b", "c")
                .floats(EMBEDDING, "[3,2]", 1, 2, 3, 4, 5, 6)
                .floats(BIAS, "[3]", 1, 2, 3)
                .floats(NORM, "[2]", 7, 8)
                .write();
    }

    /** b a x y. */
    private Path second() throws IOException {
        return new TinyModel(folder.resolve("second"))
                .config(4)
                .tokens("b", "a", "x", "y")
                .floats(EMBEDDING, "[4,2]", 10, 20, 30, 40, 50, 60, 70, 80)
                .floats(BIAS, "[4]", 10, 20, 30, 40)
                .floats(NORM, "[2]", 9, 10)
                .write();
    }

    /** y z, without a bias: its holders are the others. */
    private Path third() throws IOException {
        return new TinyModel(folder.resolve("third"))
                .config(2)
                .tokens("y", "z")
                .floats(EMBEDDING, "[2,2]", 10, 30, 30, 40)
                .floats(NORM, "[2]", 11, 12)
                .write();
    }

    private static String companion(ModelSource view, String name) throws IOException {
        return new String(
                view.companions().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .open()
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            String policy, List<Path> models, ErrorCode code) {
        return assertThatThrownBy(() -> open(policy, models, 0, 0))
                .isInstanceOfSatisfying(
                        TergeException.class, refused -> assertThat(refused.code()).isEqualTo(code))
                .hasMessageContaining("fix: ");
    }

    private static ModelSource open(String policy, List<Path> models, int base, int index)
            throws IOException {
        return context()
                .open(
                        VocabularyAdapter.aligned(
                                        policy, references(models), base, OptionalInt.empty())
                                .get(index));
    }

    private static List<ModelReference> references(List<Path> models) {
        return models.stream().map(ModelReference::at).toList();
    }

    private static TestAdapterContext context() {
        return TestAdapterContext.of(
                new SafetensorsAdapter(), new HuggingFaceAdapter(), new VocabularyAdapter());
    }
}
