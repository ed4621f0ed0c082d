package io.terge.djl.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ModelException;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.translate.TranslateException;

import io.terge.djl.NativeTest;
import io.terge.djl.Networks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Compares with what PyTorch and its tokenizers computed. */
@NativeTest
class DjlEncodersTest {

    private static final Path FOLDER = Path.of("src/test/resources/encoder");
    private static final Path ONE = FOLDER.resolve("one.pt");
    private static final Path TWO = FOLDER.resolve("two.pt");
    private static final Path TOKENIZER = FOLDER.resolve("tokenizer.json");
    private static final Path EXPECTED = FOLDER.resolve("expected.safetensors");
    private static final String TOKENS = "model.embeddings.word_embeddings.weight";

    @TempDir private Path folder;

    @Test
    void theExampleRuns() throws IOException, ModelException, TranslateException {
        Path merged = folder.resolve("merged.pt");
        DjlEncoders.main(
                new String[] {
                    ONE.toString(), TWO.toString(), TOKENIZER.toString(), merged.toString()
                });
        assertThat(merged).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "two"})
    void embedsAsPyTorchDoes(String name) throws IOException, ModelException, TranslateException {
        assertEmbeddings(FOLDER.resolve(name + ".pt"), name);
    }

    @Test
    void theMergedEncoderEmbedsAsOneWithAveragedWeights()
            throws IOException, ModelException, TranslateException {
        Path merged = folder.resolve("merged.pt");
        DjlEncoders.merge(ONE, TWO, merged);
        assertEmbeddings(merged, "merged");
    }

    @Test
    void eachTokenKeepsItsId() {
        Path merged = folder.resolve("merged.pt");
        DjlEncoders.merge(ONE, TWO, merged);
        float[][] rows = rows(merged);
        float[][] one = rows(ONE);
        float[][] two = rows(TWO);
        assertThat(rows).hasDimensions(74, 16);
        for (int token = 0; token < rows.length; token++) {
            assertThat(rows[token])
                    .as("token %d", token)
                    .containsExactly(Networks.means(one[token], two[token]));
        }
    }

    @Test
    void theTokenizerGivesTheIdsOfPython() throws IOException {
        try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(TOKENIZER)) {
            for (int i = 0; i < SampleSentences.ALL.size(); i++) {
                String sentence = SampleSentences.ALL.get(i);
                assertThat(tokenizer.encode(sentence).getIds())
                        .as(sentence)
                        .containsExactly(
                                Networks.array(EXPECTED, "ids." + i)
                                        .memory()
                                        .toArray(ValueLayout.JAVA_LONG));
            }
        }
    }

    @Test
    void theExpectedEmbeddingsAreOfTheSameSentences() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("make.py")))
                .contains(SampleSentences.ALL.stream().map(text -> '"' + text + '"').toList());
    }

    private static void assertEmbeddings(Path encoder, String expected)
            throws IOException, ModelException, TranslateException {
        List<float[]> embeddings = DjlEncoders.embed(encoder, TOKENIZER, SampleSentences.ALL);
        float[] all = numbers(EXPECTED, expected);
        int length = all.length / embeddings.size();
        for (int i = 0; i < embeddings.size(); i++) {
            assertThat(embeddings.get(i))
                    .as(SampleSentences.ALL.get(i))
                    .containsExactly(
                            Arrays.copyOfRange(all, i * length, (i + 1) * length), within(1e-5f));
        }
    }

    private static float[][] rows(Path encoder) {
        float[] all = numbers(encoder, TOKENS);
        float[][] rows = new float[all.length / 16][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(all, i * 16, (i + 1) * 16);
        }
        return rows;
    }

    private static float[] numbers(Path file, String name) {
        return Networks.array(file, name).memory().toArray(ValueLayout.JAVA_FLOAT);
    }
}
