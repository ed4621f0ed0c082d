package io.terge.hf.vocabulary.view;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.model.MergedVocabulary;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;

import java.io.IOException;
import java.util.List;

/**
 * Shows a model with the tokens of a merge of several: its embeddings and heads have the rows of
 * the output, and its tokenizer lists the output's tokens. Everything else is the model's own.
 *
 * <p>{@link MergedVocabulary} makes the references that ask for it.
 */
public final class VocabularyAdapter implements ModelAdapter {

    public VocabularyAdapter() {}

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
        return MergedVocabulary.SETTINGS;
    }

    @Override
    public Claim claims(ModelReference reference) {
        return reference.hasAny(MergedVocabulary.SETTINGS) ? Claim.VIEW : Claim.NONE;
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) throws IOException {
        MergedVocabulary asked = MergedVocabulary.of(reference);
        ModelReference plain = reference.without(MergedVocabulary.SETTINGS);
        int index = asked.models().indexOf(plain);
        if (index < 0) {
            throw unlisted(plain);
        }
        return OpenModels.view(
                asked.all(),
                context,
                opened -> new VocabularyView(asked, index, opened, context).source());
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
