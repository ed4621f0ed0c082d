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
import io.terge.hf.directory.HuggingFaceAdapter;
import io.terge.hf.safetensors.SafetensorsAdapter;
import io.terge.hf.vocabulary.VocabularyCode;
import io.terge.model.ModelReference;
import io.terge.model.Transplant;
import io.terge.model.Transplant.Method;
import io.terge.spi.format.ModelSource;
import io.terge.testkit.TestAdapterContext;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class TransplantAdapterTest {

    private static final String HEAD = "lm_head.weight";
    private static final String[] DONOR_TOKENS = {"b", "a", "x", "y", "z"};

    // x is 3 b - a / 2; y is zeros; z has nothing in common with a and b; then padding.
    private static final float[] DONOR_ROWS = {
        1, 0, 0, 0, 2, 0, 3, -1, 0, 0, 0, 0, 0, 0, 7, 9, 9, 9
    };

    // x is 2 a; y is b; z is a + b.
    private static final float[] DONOR_HEAD = {0, 1, 1, 0, 2, 0, 0, 1, 1, 1, 5, 5};

    @TempDir private Path folder;

    private TinyModel model() throws IOException {
        return new TinyModel(folder.resolve("model"))
                .config(3)
                .tokens("a", "b", "c")
                .floats(EMBEDDING, "[3,2]", 1, 2, 3, 4, 5, 6)
                .floats(HEAD, "[3,2]", 10, 20, 30, 40, 50, 60)
                .floats(BIAS, "[3]", 1, 2, 3)
                .floats(NORM, "[2]", 7, 8);
    }

    private TinyModel donor() throws IOException {
        return new TinyModel(folder.resolve("donor"))
                .config(6)
                .tokens(DONOR_TOKENS)
                .floats(EMBEDDING, "[6,3]", DONOR_ROWS);
    }

    private static Transplant from(Path donor) {
        return new Transplant(ModelReference.at(donor), Method.OMP);
    }

    private static ModelSource open(Path model, Transplant asked) throws IOException {
        return context().open(asked.on(ModelReference.at(model)));
    }

    private static TestAdapterContext context() {
        return TestAdapterContext.of(
                new SafetensorsAdapter(), new HuggingFaceAdapter(), new TransplantAdapter());
    }

    @Test
    void rowsOfSharedTokensAreKeptAndOthersAreCombinedFromThem() throws IOException {
        Path donor = donor().floats(HEAD, "[6,2]", DONOR_HEAD).write();
        try (ModelSource view = open(model().write(), from(donor))) {
            // b and a; x = 3 b - a / 2; the mean of a, b and c for y, z and the padding.
            assertThat(Models.values(view, EMBEDDING))
                    .containsExactly(3, 4, 1, 2, 8.5, 11, 3, 4, 3, 4, 3, 4);
            assertThat(Models.values(view, HEAD))
                    .containsExactly(30, 40, 10, 20, 20, 40, 30, 40, 40, 60, 30, 40);
            assertThat(Models.values(view, BIAS)).containsExactly(2, 1, 2, 2, 3, 2);
            assertThat(Models.values(view, NORM)).containsExactly(7, 8);
            assertThat(view.tensor(NORM).bytes()).isPresent();
            assertThat(view.traits()).containsEntry("vocab_size", "6");
            assertThat(view.vocabulary().orElseThrow().tokens()).hasSize(5).containsEntry("x", 2);
            assertThat(Views.companion(view, "tokenizer.json")).contains("\"z\": 4");
            assertThat(Views.companion(view, "config.json")).contains("\"vocab_size\": 6");
            assertThat(view.warnings()).isEmpty();
        }
    }

    @Test
    void aHeadFollowsTheEmbeddingOfADonorWithoutAHead() throws IOException {
        try (ModelSource view = open(model().write(), from(donor().write()))) {
            assertThat(Models.values(view, HEAD))
                    .containsExactly(30, 40, 10, 20, 85, 110, 30, 40, 30, 40, 30, 40);
            assertThat(Models.values(view, BIAS)).containsExactly(2, 1, 5.5, 2, 2, 2);
        }
    }

    @Test
    void fewerRowsAreCombinedIfThatIsAskedFor() throws IOException {
        try (ModelSource view = open(model().write(), from(donor().write()).withMost(1))) {
            assertThat(Models.values(view, EMBEDDING))
                    .containsExactly(3, 4, 1, 2, 9, 12, 3, 4, 3, 4, 3, 4);
        }
    }

    @Test
    void rowsMayBeThoseOfTheNearest() throws IOException {
        Transplant nearest = new Transplant(ModelReference.at(donor().write()), Method.NEAREST);
        try (ModelSource view = open(model().write(), nearest)) {
            // Of x, only b is on the same side.
            assertThat(Models.values(view, EMBEDDING)).startsWith(3, 4, 1, 2, 3, 4);
        }
    }

    @Test
    void rowsMayBeRoundedUp() throws IOException {
        try (ModelSource view = open(model().write(), from(donor().write()).withMultiple(4))) {
            assertThat(Models.values(view, BIAS)).containsExactly(2, 1, 5.5, 2, 2, 2, 2, 2);
        }
    }

    @Test
    void aModelWithItsOwnTokenizerStaysAsItIs() throws IOException {
        Path model = model().write();
        try (ModelSource view = open(model, from(model));
                ModelSource plain = context().open(ModelReference.at(model))) {
            assertThat(view.tensor(EMBEDDING).bytes()).isPresent();
            assertThat(view.parameters()).isEqualTo(plain.parameters());
            assertThat(Views.companion(view, "config.json"))
                    .isEqualTo(Views.companion(plain, "config.json"));
        }
    }

    @Test
    void thePlanSaysHowRowsComeAboutAndWhatTheyTake() throws IOException {
        Path model = model().write();
        try (ModelSource view = open(model, from(donor().write()))) {
            ModelReference exact = view.resolved().orElseThrow();
            assertThat(exact.settings())
                    .containsEntry("transplant-rows", "kept:2,computed:3,padded:1")
                    .containsEntry("transplant-method", "omp")
                    .containsEntry("transplant-k", "64");
            try (ModelSource again = context().open(exact)) {
                assertThat(again.resolved()).contains(exact);
            }
            // Two rows of three numbers, padded to eight, and three combinations of two.
            assertThat(view.footprint(view.tensor(EMBEDDING).spec()).held())
                    .isBetween(2L * 8 * 4 + 3 * 2 * 12, 1000L);
            assertThat(view.footprint(view.tensor(NORM).spec()).held()).isZero();
            ModelReference other = exact.with("transplant-rows", "kept:3,computed:2,padded:1");
            assertCode(VocabularyCode.VOCABULARY_INVALID, () -> context().open(other));
        }
    }

    @Test
    void numbersOfTokensFollowTheTokensAndElseTheDonor() throws IOException {
        Path model =
                model().file(
                                "config.json",
                                """
                                {"vocab_size": 3, "bos_token_id": 0, "eos_token_id": 2,
                                 "pad_token_id": 2, "sep_token_id": 2}
                                """)
                        .file("generation_config.json", "{\"eos_token_id\": [2, 0, 2]}")
                        .write();
        Path donor =
                donor().file(
                                "config.json",
                                """
                                {"vocab_size": 6, "bos_token_id": 4, "eos_token_id": [3, 4],
                                 "sep_token_id": 99}
                                """)
                        .file("generation_config.json", "{\"pad_token_id\": 2}")
                        .write();
        try (ModelSource view = open(model, from(donor))) {
            assertThat(Views.companion(view, "config.json"))
                    .contains("\"bos_token_id\": 1,", "\"pad_token_id\": 2", "\"sep_token_id\": 2")
                    .containsPattern("\"eos_token_id\": \\[\\s*3,\\s*4\\s*\\]");
            assertThat(Views.companion(view, "generation_config.json"))
                    .containsPattern("\"eos_token_id\": \\[\\s*3,\\s*4,\\s*1\\s*\\]");
            assertThat(view.warnings())
                    .extracting(one -> one.code())
                    .containsExactly(VocabularyCode.VOCABULARY_NUMBERS_OUTDATED);
        }
    }

    @Test
    void modelsWithoutACommonTokenAreRejected() throws IOException {
        Path donor =
                new TinyModel(folder.resolve("donor"))
                        .config(1)
                        .tokens("q")
                        .floats(EMBEDDING, "[1,3]", 1, 2, 3)
                        .write();
        Path model = model().write();
        assertCode(VocabularyCode.VOCABULARY_NOT_SHARED, () -> open(model, from(donor)));
    }

    @Test
    void aDonorIsAModelWithATokenizer() throws IOException {
        Path model = model().write();
        Path file = donor().write().resolve("model.safetensors");
        assertCode(VocabularyCode.VOCABULARY_MISSING, () -> open(model, from(file)));
        Path quantised =
                new TinyModel(folder.resolve("quantised"))
                        .config(5)
                        .tokens(DONOR_TOKENS)
                        .bytes(EMBEDDING, "U8", "[5,2]", new byte[10])
                        .write();
        assertCode(VocabularyCode.VOCABULARY_NO_ROWS, () -> open(model, from(quantised)));
    }

    @Test
    void numbersThatAreNotFiniteAreRejected() throws IOException {
        for (float wrong : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            for (int at : new int[] {0, 6}) {
                float[] rows = DONOR_ROWS.clone();
                rows[at] = wrong;
                Path donor = donor().floats(HEAD, "[6,3]", rows).write();
                try (ModelSource view = open(model().write(), from(donor))) {
                    assertThat(Models.values(view, EMBEDDING)).hasSize(12);
                    assertCode(
                            VocabularyCode.VOCABULARY_NOT_FINITE, () -> Models.values(view, HEAD));
                }
            }
        }
    }

    @Test
    void settingsAreChecked() throws IOException {
        ModelReference model = ModelReference.at(model().write());
        ModelReference asked = from(donor().write()).on(model);
        for (String setting :
                new String[] {
                    "transplant-k=0",
                    "transplant-k=1025",
                    "transplant-k=x",
                    "transplant=",
                    "transplant-method=mean",
                    "transplant-multiple=0",
                    "transplant-rows=3"
                }) {
            String[] parts = setting.split("=", 2);
            assertCode(
                    TergeCode.INVALID_SETTING,
                    () -> context().open(asked.with(parts[0], parts[1])));
        }
        assertCode(
                TergeCode.INVALID_SETTING,
                () -> context().open(model.with("transplant-method", "omp")));
    }

    private static void assertCode(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
