package io.terge.hf.vocabulary.view;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.ClosedTogether;
import io.terge.files.Quoted;
import io.terge.hf.vocabulary.Alignment;
import io.terge.hf.vocabulary.RowSource;
import io.terge.hf.vocabulary.VocabularyCode;
import io.terge.hf.vocabulary.VocabularySettings;
import io.terge.model.ModelReference;
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

/**
 * Makes the view of one of several models that are open.
 *
 * @param settings what is asked for
 * @param index the model
 * @param opened all models
 */
record VocabularyView(
        VocabularySettings settings, int index, Map<ModelReference, ModelSource> opened) {

    /** Makes the view, and closes the models that it does not need. */
    VocabularySource source() throws IOException {
        VocabularyModels models = VocabularyModels.of(settings, opened);
        Alignment alignment = models.alignment();
        checkNothingIsRemoved(alignment);
        Map<String, AlignedRows> aligned = new HashMap<>();
        for (ParameterSpec parameter : models.embeddings().get(index).parameters().values()) {
            models.rows(index, parameter).ifPresent(rows -> aligned.put(parameter.name(), rows));
        }
        ModelSource own = source(index);
        TokenizerCompanions companions =
                new TokenizerCompanions(
                        own.companions(), source(alignment.donor()).companions(), alignment);
        boolean isBase = index == settings.base();
        VocabularySource view =
                new VocabularySource(
                        own,
                        needed(alignment, aligned),
                        aligned,
                        new OutputVocabulary(alignment.tokens()),
                        alignment.rows(),
                        companions.files(),
                        isBase ? companions.warnings(alignment.donor() == index) : List.of(),
                        resolved());
        List<ModelSource> others = new ArrayList<>(opened.values());
        others.removeIf(other -> view.open().stream().anyMatch(one -> one == other));
        ClosedTogether.close(others);
        return view;
    }

    private ModelSource source(int model) {
        return Objects.requireNonNull(opened.get(settings.models().get(model)), "not opened");
    }

    private List<ModelSource> needed(Alignment alignment, Map<String, AlignedRows> aligned) {
        // The base, too: it must not be replaced, for its tokenizer would stay in its directory.
        Set<Integer> models = new TreeSet<>(List.of(index, alignment.donor(), settings.base()));
        for (AlignedRows rows : aligned.values()) {
            for (RowSource each : rows.sources()) {
                switch (each) {
                    case RowSource.Row row -> models.add(row.model());
                    case RowSource.Mean mean -> mean.rows().forEach(row -> models.add(row.model()));
                    case RowSource.MeanOfTokens own -> {}
                }
            }
        }
        return models.stream()
                .map(settings.models()::get)
                .distinct()
                .map(opened::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private void checkNothingIsRemoved(Alignment alignment) {
        if (alignment.removed() > 0) {
            throw new TergeException(
                    Problem.of(
                                    VocabularyCode.VOCABULARY_INVALID,
                                    "%d tokens of %s are missing in other models: they would have to"
                                                    .formatted(
                                                            alignment.removed(),
                                                            Quoted.of(
                                                                    settings.models()
                                                                            .get(alignment.donor())
                                                                            .describe()))
                                            + " be removed from its tokenizer, which is not"
                                            + " supported")
                            .note("common tokens: " + alignment.tokens().size())
                            .fix("use the vocabulary base or union"));
        }
    }

    /** The models as they are now, where one of their references may mean another one later. */
    private Optional<ModelReference> resolved() {
        if (opened.values().stream().allMatch(source -> source.resolved().isEmpty())) {
            return Optional.empty();
        }
        List<ModelReference> exact = new ArrayList<>();
        for (int model = 0; model < settings.models().size(); model++) {
            ModelReference reference = settings.models().get(model);
            exact.add(source(model).resolved().orElse(reference));
        }
        VocabularySettings now =
                new VocabularySettings(
                        settings.policy(), exact, settings.base(), settings.multiple());
        return Optional.of(now.on(exact.get(index)));
    }
}
