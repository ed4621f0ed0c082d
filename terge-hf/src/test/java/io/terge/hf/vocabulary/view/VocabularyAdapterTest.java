package io.terge.hf.vocabulary.view;

import static io.terge.hf.vocabulary.view.Views.BIAS;
import static io.terge.hf.vocabulary.view.Views.EMBEDDING;
import static io.terge.hf.vocabulary.view.Views.NORM;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.ErrorCode;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.hf.Models;
import io.terge.hf.vocabulary.VocabularyCode;
import io.terge.model.MergedVocabulary;
import io.terge.model.ModelReference;
import io.terge.model.VocabularyChoice;
import io.terge.model.VocabularyPolicy;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.Shape;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

class VocabularyAdapterTest {

    private static final String HEAD = "lm_head.weight";

    @TempDir private Path folder;

    private Views models = new Views(Path.of(""));

    @BeforeEach
    void chooseFolder() {
        models = new Views(folder);
    }

    @Test
    void theUnionGathersRowsOfAllModels() throws IOException {
        List<Path> all = List.of(models.first(), models.second(), models.third());
        try (ModelSource view = Views.open("union", all, 0, 0)) {
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
        try (ModelSource view = Views.open("union", all, 0, 1)) {
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
        try (ModelSource view = Views.open("union", List.of(untied, tied), 0, 0)) {
            assertThat(Models.values(view, EMBEDDING)).containsExactly(1, 2, 10, 20);
            assertThat(Models.values(view, HEAD)).containsExactly(3, 4, 10, 20);
        }
        try (ModelSource view = Views.open("union", List.of(untied, tied), 0, 1)) {
            assertThat(Models.names(view)).containsExactly(EMBEDDING);
            assertThat(view.aliases()).containsEntry(HEAD, EMBEDDING);
            assertThat(Models.values(view, EMBEDDING)).containsExactly(30, 40, 10, 20);
        }
    }

    @Test
    void rowsThatAreRoundedUpAreTheMeanOfTokens() throws IOException {
        List<Path> all = List.of(models.first(), models.second());
        ModelReference view =
                new MergedVocabulary(
                                VocabularyChoice.of(new VocabularyPolicy.Base()).withMultiple(8),
                                Views.references(all),
                                OptionalInt.of(1))
                        .on(ModelReference.at(all.getFirst()));
        try (ModelSource source = Views.context().open(view)) {
            assertThat(Models.values(source, BIAS))
                    .containsExactly(2, 1, 30, 40, 18.25, 18.25, 18.25, 18.25);
        }
    }

    @Test
    void roundedRowsAreTheMeanOfTheRowsThatTheModelGets() throws IOException {
        Path few =
                new TinyModel(folder.resolve("few"))
                        .config(2)
                        .tokens("a", "b")
                        .floats(EMBEDDING, "[2,1]", 1, 2)
                        .write();
        Path more =
                new TinyModel(folder.resolve("more"))
                        .config(2)
                        .tokens("b", "c")
                        .floats(EMBEDDING, "[2,1]", 20, 60)
                        .write();
        ModelReference view =
                new MergedVocabulary(
                                VocabularyChoice.of(new VocabularyPolicy.Union()).withMultiple(5),
                                Views.references(List.of(few, more)),
                                OptionalInt.empty())
                        .on(ModelReference.at(few));
        try (ModelSource source = Views.context().open(view)) {
            // 1 + 2 + 60 of three tokens
            assertThat(Models.values(source, EMBEDDING)).containsExactly(1, 2, 60, 21, 21);
            // three rows, and the same again for the mean, of 4 bytes each
            assertThat(source.footprint(source.tensor(EMBEDDING).spec()).bytesRead()).isEqualTo(24);
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
        try (ModelSource view = Views.open("union", List.of(padded, other), 0, 0)) {
            assertThat(Models.values(view, EMBEDDING)).containsExactly(1, 2, 9);
            assertThat(view.tensor(EMBEDDING).bytes()).isPresent();
        }
        try (ModelSource view = Views.open("union", List.of(padded, other), 0, 1)) {
            assertThat(Models.values(view, EMBEDDING)).containsExactly(10, 20, 9);
        }
    }

    @Test
    void equalVocabulariesStayAsTheyAre() throws IOException {
        Path model = models.first();
        try (ModelSource view = Views.open("intersection", List.of(model, model), 0, 1)) {
            assertThat(view.tensor(EMBEDDING).bytes()).isPresent();
            assertThat(view.companions()).allMatch(one -> one.path().isPresent());
            assertThat(view.warnings()).isEmpty();
        }
    }

    @Test
    void biasesMayHaveAnAxisBeforeTheirRows() throws IOException {
        Path flat = models.first();
        Path wide =
                new TinyModel(folder.resolve("wide-bias"))
                        .config(2)
                        .tokens("c", "q")
                        .floats(EMBEDDING, "[2,2]", 1, 1, 1, 1)
                        .floats(BIAS, "[1,2]", 70, 80)
                        .write();
        try (ModelSource view = Views.open("union", List.of(wide, flat), 0, 0)) {
            assertThat(Models.values(view, BIAS)).containsExactly(70, 80, 1, 2);
            assertThat(view.parameters())
                    .filteredOn(one -> one.name().equals(BIAS))
                    .allMatch(one -> one.shape().equals(Shape.of(1, 4)));
        }
    }

    @Test
    void aModelNeedsATokenizer() throws IOException {
        Path model = models.first();
        Files.delete(model.resolve("tokenizer.json"));
        assertRefused("union", List.of(models.second(), model), VocabularyCode.VOCABULARY_MISSING)
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
        assertRefused("union", List.of(models.first(), wide), VocabularyCode.VOCABULARY_NO_ROWS)
                .hasMessageContaining(wide + ": F32 [1, 3]");
    }

    @Test
    void thereIsAnEmbedding() throws IOException {
        Path model = models.first();
        Files.writeString(model.resolve("config.json"), "{\"vocab_size\": 99}");
        assertRefused("union", List.of(model, models.second()), VocabularyCode.VOCABULARY_NO_ROWS)
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
        assertRefused("union", List.of(packed, models.first()), VocabularyCode.VOCABULARY_NO_ROWS)
                .hasMessageContaining("it is quantised");
    }

    @Test
    void aModelIsOneOfThoseInItsSetting() throws IOException {
        List<ModelReference> all = Views.references(List.of(models.first(), models.second()));
        ModelReference other =
                ModelReference.at(folder.resolve("third"))
                        .withSettings(
                                Views.vocabulary("union", all, 0).on(all.getFirst()).settings());
        assertThatThrownBy(() -> Views.context().open(other))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        refused -> assertThat(refused.code()).isEqualTo(TergeCode.INVALID_SETTING))
                .hasMessageContaining("third");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            String policy, List<Path> models, ErrorCode code) {
        return assertThatThrownBy(() -> Views.open(policy, models, 0, 0))
                .isInstanceOfSatisfying(
                        TergeException.class, refused -> assertThat(refused.code()).isEqualTo(code))
                .hasMessageContaining("fix: ");
    }
}
