package io.terge.hf.vocabulary.view;

import io.terge.error.Problem;
import io.terge.files.ClosedTogether;
import io.terge.hf.vocabulary.Alignment;
import io.terge.hf.vocabulary.RowSource;
import io.terge.model.MergedVocabulary;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes the view of one of several models that are open.
 *
 * @param asked what is asked for
 * @param index the model
 * @param opened all models
 * @param context what views share
 */
record VocabularyView(
        MergedVocabulary asked,
        int index,
        Map<ModelReference, ModelSource> opened,
        AdapterContext context) {

    /** Makes the view, and closes the models that it does not need. */
    VocabularySource source() throws IOException {
        VocabularyModels models = VocabularyModels.of(asked, opened, context);
        Alignment alignment = models.alignment();
        Map<String, AlignedRows> aligned = new HashMap<>();
        for (ParameterSpec parameter : models.embeddings().get(index).parameters().values()) {
            models.rows(index, parameter).ifPresent(rows -> aligned.put(parameter.name(), rows));
        }
        ModelSource own = source(index);
        TokenizerCompanions companions =
                new TokenizerCompanions(
                        index,
                        own.companions(),
                        source(alignment.donor()).companions(),
                        alignment,
                        false);
        boolean isBase = index == asked.base().orElse(0);
        VocabularySource view =
                new VocabularySource(
                        own,
                        needed(alignment, aligned),
                        aligned,
                        new OutputVocabulary(alignment.tokens()),
                        alignment.rows(),
                        isBase ? companions.files() : own.companions(),
                        told(alignment, isBase ? companions.warnings() : List.of()),
                        Optional.of(resolved(models.tokens())));
        List<ModelSource> others = new ArrayList<>(opened.values());
        others.removeIf(other -> view.open().stream().anyMatch(one -> one == other));
        ClosedTogether.close(others);
        return view;
    }

    private List<Problem> told(Alignment alignment, List<Problem> ofFiles) {
        return Stream.concat(alignment.tokensOf(index).warning().stream(), ofFiles.stream())
                .toList();
    }

    private ModelSource source(int model) {
        return Objects.requireNonNull(opened.get(asked.all().get(model)), "not opened");
    }

    private List<ModelSource> needed(Alignment alignment, Map<String, AlignedRows> aligned) {
        // The base, too: it must not be replaced, for its tokenizer would stay in its directory.
        Set<Integer> models =
                new TreeSet<>(List.of(index, alignment.donor(), asked.base().orElse(0)));
        for (AlignedRows rows : aligned.values()) {
            for (RowSource each : rows.sources()) {
                switch (each) {
                    case RowSource.Row row -> models.add(row.model());
                    case RowSource.Mean mean -> mean.rows().forEach(row -> models.add(row.model()));
                    case RowSource.Combined combined -> {}
                    case RowSource.Zero zero -> {}
                    case RowSource.MeanOfTokens own -> {}
                    case RowSource.MeanOfOutput all -> {}
                }
            }
        }
        return models.stream()
                .map(asked.all()::get)
                .distinct()
                .map(opened::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The models and their tokens as they are now. */
    private ModelReference resolved(AlignedTokens tokens) {
        MergedVocabulary now = asked.renamed(this::exact).withDigests(tokens.digests());
        return now.on(now.models().get(index));
    }

    private ModelReference exact(ModelReference reference) {
        return Optional.ofNullable(opened.get(reference))
                .flatMap(ModelSource::resolved)
                .orElse(reference);
    }
}
