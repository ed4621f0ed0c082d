package io.terge.hf.vocabulary.view;

import io.terge.hf.directory.HuggingFaceAdapter;
import io.terge.hf.safetensors.SafetensorsAdapter;
import io.terge.model.MergedVocabulary;
import io.terge.model.ModelReference;
import io.terge.model.VocabularyChoice;
import io.terge.model.VocabularyPolicy;
import io.terge.spi.format.ModelSource;
import io.terge.testkit.TestAdapterContext;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * Three models in a folder, and views of models.
 *
 * @param folder where they are written
 */
record Views(Path folder) {

    static final String EMBEDDING = "model.embed_tokens.weight";
    static final String BIAS = "lm_head.bias";
    static final String NORM = "model.norm.weight";

    /** a b c. */
    Path first() throws IOException {
        return new TinyModel(folder.resolve("first"))
                .config(3)
                .tokens("a", "b", "c")
                .floats(EMBEDDING, "[3,2]", 1, 2, 3, 4, 5, 6)
                .floats(BIAS, "[3]", 1, 2, 3)
                .floats(NORM, "[2]", 7, 8)
                .write();
    }

    /** b a x y. */
    Path second() throws IOException {
        return new TinyModel(folder.resolve("second"))
                .config(4)
                .tokens("b", "a", "x", "y")
                .floats(EMBEDDING, "[4,2]", 10, 20, 30, 40, 50, 60, 70, 80)
                .floats(BIAS, "[4]", 10, 20, 30, 40)
                .floats(NORM, "[2]", 9, 10)
                .write();
    }

    /** y z, without a bias: its holders are the others. */
    Path third() throws IOException {
        return new TinyModel(folder.resolve("third"))
                .config(2)
                .tokens("y", "z")
                .floats(EMBEDDING, "[2,2]", 10, 30, 30, 40)
                .floats(NORM, "[2]", 11, 12)
                .write();
    }

    static String companion(ModelSource view, String name) throws IOException {
        return new String(
                view.companions().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .open()
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }

    static ModelSource open(String policy, List<Path> models, int base, int index)
            throws IOException {
        List<ModelReference> all = references(models);
        return context().open(vocabulary(policy, all, base).on(all.get(index)));
    }

    static MergedVocabulary vocabulary(String policy, List<ModelReference> models, int base) {
        VocabularyPolicy chosen =
                VocabularyPolicy.named(policy)
                        .orElseGet(
                                () ->
                                        new VocabularyPolicy.OfModel(
                                                models.get(Integer.parseInt(policy))));
        return new MergedVocabulary(VocabularyChoice.of(chosen), models, OptionalInt.of(base));
    }

    static List<ModelReference> references(List<Path> models) {
        return models.stream().map(ModelReference::at).toList();
    }

    static TestAdapterContext context() {
        return TestAdapterContext.of(
                new SafetensorsAdapter(), new HuggingFaceAdapter(), new VocabularyAdapter());
    }
}
