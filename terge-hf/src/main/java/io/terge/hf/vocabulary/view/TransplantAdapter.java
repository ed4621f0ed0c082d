package io.terge.hf.vocabulary.view;

import io.terge.model.ModelReference;
import io.terge.model.Transplant;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Claim;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;

import java.io.IOException;
import java.util.List;

/**
 * Shows a model with the tokenizer of another one, the donor. Its embeddings and heads have the
 * rows of the donor's tokens: the model's own where it has the token, else rows that are combined
 * from them. Everything else is the model's own.
 *
 * <p>{@link Transplant} makes the references that ask for it.
 */
public final class TransplantAdapter implements ModelAdapter {

    public TransplantAdapter() {}

    @Override
    public String name() {
        return "transplant";
    }

    @Override
    public String describe() {
        return "a model with the tokenizer of another, by settings that 'terge transplant' adds;"
                + " read-only";
    }

    @Override
    public List<String> settings() {
        return Transplant.SETTINGS;
    }

    @Override
    public Claim claims(ModelReference reference) {
        return reference.hasAny(Transplant.SETTINGS) ? Claim.VIEW : Claim.NONE;
    }

    @Override
    public ModelSource open(ModelReference reference, AdapterContext context) throws IOException {
        Transplant asked = Transplant.of(reference);
        ModelReference plain = reference.without(Transplant.SETTINGS);
        return OpenModels.view(
                List.of(plain, asked.donor()),
                context,
                opened -> new TransplantView(asked, plain, opened, context).source());
    }
}
