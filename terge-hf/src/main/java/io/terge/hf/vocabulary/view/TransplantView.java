package io.terge.hf.vocabulary.view;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.hf.card.ModelCard;
import io.terge.hf.card.TokenizerNote;
import io.terge.hf.vocabulary.Alignment;
import io.terge.hf.vocabulary.RowSource;
import io.terge.hf.vocabulary.VocabularyCode;
import io.terge.model.MergedVocabulary;
import io.terge.model.ModelReference;
import io.terge.model.Transplant;
import io.terge.model.TransplantedRows;
import io.terge.model.VocabularyChoice;
import io.terge.model.VocabularyPolicy;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelSource;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Makes the view of a model with the tokenizer of another one.
 *
 * @param asked what is asked for
 * @param plain the model
 * @param opened the model and the donor
 * @param context what views share
 */
record TransplantView(
        Transplant asked,
        ModelReference plain,
        Map<ModelReference, ModelSource> opened,
        AdapterContext context) {

    private static final int OWN = 0;

    VocabularySource source() throws IOException {
        VocabularyModels models = VocabularyModels.of(vocabulary(), opened, context);
        Alignment alignment = models.alignment();
        List<RowSource> sources = alignment.rows(OWN, model -> model == OWN);
        TransplantedRows rows = rows(alignment, sources);
        check(rows, alignment);
        Map<String, AlignedRows> aligned = new HashMap<>();
        if (!alignment.isIdentity(OWN)) {
            aligned.putAll(new TransplantedParameters(asked, models, combined(sources)).byName());
        }
        ModelSource own = opened(plain);
        TokenizerCompanions companions =
                new TokenizerCompanions(
                        OWN, own.companions(), opened(asked.donor()).companions(), alignment, true);
        return new VocabularySource(
                own,
                List.copyOf(opened.values()),
                aligned,
                new OutputVocabulary(alignment.tokens()),
                alignment.rows(),
                alignment.isIdentity(OWN) ? companions.files() : noted(companions.files(), rows),
                Stream.of(
                                alignment.tokensOf(OWN).warning().stream(),
                                alignment.tokensOf(alignment.donor()).warning().stream(),
                                companions.warnings().stream())
                        .flatMap(each -> each)
                        .distinct()
                        .toList(),
                Optional.of(resolved(rows, models.tokens().digests())));
    }

    private List<Companion> noted(List<Companion> files, TransplantedRows rows) throws IOException {
        String text =
                "%d kept, %d computed from others (%s, k = %d), %d without a token"
                        .formatted(
                                rows.kept(),
                                rows.computed(),
                                asked.method().word(),
                                asked.most(),
                                rows.padded());
        return new TokenizerNote(exact(asked.donor()), text)
                .in(files)
                .map(
                        card ->
                                replaced(
                                        files,
                                        new TokenizerCompanions.InMemory(ModelCard.FILE, card)))
                .orElse(files);
    }

    private static List<Companion> replaced(List<Companion> files, Companion with) {
        return files.stream().map(file -> file.name().equals(with.name()) ? with : file).toList();
    }

    private MergedVocabulary vocabulary() {
        VocabularyChoice choice = VocabularyChoice.of(new VocabularyPolicy.OfModel(asked.donor()));
        return new MergedVocabulary(
                asked.multiple().isPresent()
                        ? choice.withMultiple(asked.multiple().getAsInt())
                        : choice,
                List.of(plain),
                OptionalInt.of(OWN),
                asked.digests());
    }

    // No row of the model is zeros but those of tokens that it does not have. Rows without a token
    // are the mean of those that are not computed.
    private static List<RowSource> combined(List<RowSource> sources) {
        return sources.stream()
                .map(
                        one ->
                                switch (one) {
                                    case RowSource.Zero zero -> new RowSource.Combined();
                                    case RowSource.MeanOfOutput all -> new RowSource.MeanOfTokens();
                                    default -> one;
                                })
                .toList();
    }

    private static TransplantedRows rows(Alignment alignment, List<RowSource> sources) {
        int tokens = alignment.tokens().size();
        int computed = (int) sources.stream().filter(RowSource.Zero.class::isInstance).count();
        return new TransplantedRows(tokens - computed, computed, sources.size() - tokens);
    }

    private void check(TransplantedRows rows, Alignment alignment) {
        if (rows.kept() == 0) {
            throw new TergeException(
                    Problem.of(
                                    VocabularyCode.VOCABULARY_NOT_SHARED,
                                    "%s and %s have no token in common, so no row can be computed"
                                            .formatted(
                                                    Quoted.of(plain.describe()),
                                                    Quoted.of(asked.donor().describe())))
                            .note(
                                    "the model has %d tokens, the donor %d"
                                            .formatted(
                                                    alignment.tokensOf(OWN).tokens().size(),
                                                    alignment.tokens().size()))
                            .fix("use a tokenizer of the same kind, such as byte-level BPE"));
        }
        if (asked.rows().filter(stated -> !stated.equals(rows)).isPresent()) {
            throw new TergeException(
                    Problem.of(
                                    VocabularyCode.VOCABULARY_INVALID,
                                    "The rows of %s differ from those in its settings: expected %s, got %s"
                                            .formatted(
                                                    Quoted.of(plain.describe()),
                                                    asked.rows().get(),
                                                    rows))
                            .fix("plan again: one of the tokenizers has changed"));
        }
    }

    private ModelReference resolved(TransplantedRows rows, List<String> digests) {
        return asked.resolved(exact(asked.donor()), rows, digests).on(exact(plain));
    }

    private ModelReference exact(ModelReference reference) {
        return opened(reference).resolved().orElse(reference);
    }

    private ModelSource opened(ModelReference reference) {
        return Objects.requireNonNull(opened.get(reference), "not opened");
    }
}
