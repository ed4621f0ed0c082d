package io.terge.hf.vocabulary.view;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.ClosedTogether;
import io.terge.files.Quoted;
import io.terge.hf.vocabulary.VocabularySettings;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Shows a model with the tokens of a merge of several: its embeddings and heads have the rows of
 * the output, and its tokenizer lists the output's tokens. Everything else is the model's own.
 *
 * <p>References ask for it by the settings that {@link #aligned} gives them. The setting {@code
 * vocabulary} is {@code union}, {@code intersection}, {@code base} or the index of a model; {@code
 * vocabulary-models} are all models of the merge, separated by commas, in which {@code %} and
 * {@code ,} are written {@code %25} and {@code %2C}; {@code vocabulary-base} is the index of the
 * base among them; {@code vocabulary-multiple}, if set, is what the number of rows is rounded up
 * to.
 */
public final class VocabularyAdapter implements ModelAdapter {

    public VocabularyAdapter() {}

    /**
     * Returns references to models with the tokens that their merge has.
     *
     * @param vocabulary {@code union}, {@code intersection}, {@code base}, or the index of a model
     * @param models all models of the merge, the base included
     * @param base the index of the base
     * @param multiple what the number of rows is rounded up to; where it is empty, the base's
     *     padding stays
     * @return one reference for each model, in order
     * @throws TergeException if the choice is none of these, or a model is in memory
     */
    public static List<ModelReference> aligned(
            String vocabulary, List<ModelReference> models, int base, OptionalInt multiple) {
        VocabularySettings settings =
                new VocabularySettings(
                        VocabularySettings.policy(vocabulary), models, base, multiple);
        return models.stream().map(settings::on).toList();
    }

    @Override
    public String name() {
        return "vocabulary";
    }

    @Override
    public String describe() {
        return "a model with the tokens of several, by settings that --vocabulary adds; read-only";
    }

    @Override
    public List<String> settings() {
        return VocabularySettings.NAMES;
    }

    @Override
    public Claim claims(ModelReference reference) {
        return VocabularySettings.isIn(reference) ? Claim.SPECIFIC : Claim.NONE;
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) throws IOException {
        VocabularySettings settings = VocabularySettings.of(reference);
        ModelReference plain = VocabularySettings.without(reference);
        int index = settings.models().indexOf(plain);
        if (index < 0) {
            throw unlisted(plain);
        }
        Map<ModelReference, ModelSource> opened = OpenModels.open(settings.models(), context);
        try {
            return new VocabularyView(settings, index, opened).source();
        } catch (IOException | RuntimeException | Error failure) {
            ClosedTogether.closeAfter(failure, opened.values());
            throw failure;
        }
    }

    private static TergeException unlisted(ModelReference model) {
        return new TergeException(
                Problem.of(
                                TergeCode.INVALID_SETTING,
                                "%s is not one of the models in its setting 'vocabulary-models'"
                                        .formatted(Quoted.of(model.describe())))
                        .fix("list all models of the merge there, as they are given"));
    }
}
