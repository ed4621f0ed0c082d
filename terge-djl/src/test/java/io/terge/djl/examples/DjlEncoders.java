package io.terge.djl.examples;

import ai.djl.ModelException;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.translator.TextEmbeddingTranslator;
import ai.djl.inference.Predictor;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.TranslateException;

import io.terge.api.MergeReport;
import io.terge.engine.Terge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Merges two fine-tuned sentence encoders, TorchScript files, and compares the embeddings that DJL
 * computes with them and with the merged one.
 */
public final class DjlEncoders {

    private static final Path SAMPLES = Path.of("src/test/resources/encoder");

    private DjlEncoders() {}

    /**
     * Runs the example with small encoders, or with those that are given.
     *
     * @param arguments none, or two encoders, the {@code tokenizer.json} of both, and the file to
     *     merge them into
     */
    public static void main(String[] arguments)
            throws IOException, ModelException, TranslateException {
        boolean given = arguments.length == 4;
        Path one = given ? Path.of(arguments[0]) : SAMPLES.resolve("one.pt");
        Path two = given ? Path.of(arguments[1]) : SAMPLES.resolve("two.pt");
        Path tokenizer = given ? Path.of(arguments[2]) : SAMPLES.resolve("tokenizer.json");
        Path merged =
                given
                        ? Path.of(arguments[3])
                        : Files.createTempDirectory("terge-example").resolve("merged.pt");
        List<String> sentences = SampleSentences.ALL;
        List<float[]> first = embed(one, tokenizer, sentences);
        List<float[]> second = embed(two, tokenizer, sentences);
        System.out.println(merge(one, two, merged).merged() + " parameters merged");
        List<float[]> after = embed(merged, tokenizer, sentences);
        System.out.printf("Similarity to: %s%n   one     two  merged%n", sentences.getFirst());
        for (int i = 1; i < sentences.size(); i++) {
            System.out.printf(
                    "%6.3f  %6.3f  %6.3f  %s%n",
                    cosine(first.getFirst(), first.get(i)),
                    cosine(second.getFirst(), second.get(i)),
                    cosine(after.getFirst(), after.get(i)),
                    sentences.get(i));
        }
    }

    // tag::readme
    static MergeReport merge(Path one, Path two, Path merged) {
        return Terge.merge(one, two).to(merged); // the file of the first, with merged weights
    }

    static List<float[]> embed(Path encoder, Path tokenizerFile, List<String> sentences)
            throws IOException, ModelException, TranslateException {
        try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(tokenizerFile);
                ZooModel<String, float[]> model = encoder(encoder, tokenizer).loadModel();
                Predictor<String, float[]> predictor = model.newPredictor()) {
            return predictor.batchPredict(sentences);
        }
    }

    private static Criteria<String, float[]> encoder(Path file, HuggingFaceTokenizer tokenizer) {
        return Criteria.builder()
                .setTypes(String.class, float[].class)
                .optEngine("PyTorch")
                .optModelPath(file)
                .optTranslator(
                        TextEmbeddingTranslator.builder(tokenizer)
                                .optPoolingMode("mean") // over the attention mask
                                .optNormalize(true)
                                .optIncludeTokenTypes(false) // the inputs are ids and mask
                                .build())
                .build();
    }

    // end::readme

    /** Returns the cosine of two embeddings of length 1. */
    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
