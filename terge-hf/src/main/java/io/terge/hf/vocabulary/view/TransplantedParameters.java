package io.terge.hf.vocabulary.view;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.hf.config.VocabularyNames;
import io.terge.hf.transplant.CombinationMethod;
import io.terge.hf.transplant.MatchingPursuit;
import io.terge.hf.transplant.NearestRows;
import io.terge.hf.vocabulary.Alignment;
import io.terge.hf.vocabulary.RowSource;
import io.terge.hf.vocabulary.VocabularyCode;
import io.terge.model.Transplant;
import io.terge.tensor.ParameterSpec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The embeddings and heads of a model with the tokens of a donor. Each follows its counterpart in
 * the donor: a head the donor's head if it has one of its own, all others the donor's embedding.
 *
 * @param asked what is asked for
 * @param models the model, and the donor
 * @param sources what each row is made of
 */
record TransplantedParameters(Transplant asked, VocabularyModels models, List<RowSource> sources) {

    private static final int OWN = 0;

    Map<String, AlignedRows> byName() {
        Map<String, AlignedRows> aligned = new HashMap<>();
        Map<String, DonorRows> donors = new HashMap<>();
        Embeddings own = models.embeddings().get(OWN);
        for (ParameterSpec parameter : own.parameters().values()) {
            models.checkDivisible(OWN, parameter);
            ParameterSpec counterpart = counterpart(parameter);
            DonorRows rows = donors.computeIfAbsent(counterpart.name(), any -> rows(counterpart));
            aligned.put(parameter.name(), models.aligned(OWN, parameter, sources, rows));
        }
        return aligned;
    }

    private int donor() {
        return models.alignment().donor();
    }

    /** The parameter of the donor that says how rows of one of the model are computed. */
    private ParameterSpec counterpart(ParameterSpec parameter) {
        Embeddings donor = models.embeddings().get(donor());
        boolean isHead = isHead(parameter.name());
        Comparator<ParameterSpec> order =
                Comparator.<ParameterSpec, Boolean>comparing(
                                one -> VocabularyNames.isHead(one.name()) != isHead)
                        .thenComparing(one -> !one.name().equals(parameter.name()))
                        .thenComparing(ParameterSpec::name);
        ParameterSpec found =
                donor.parameters().values().stream()
                        .filter(one -> one.shape().rank() > 1)
                        .filter(one -> donor.axis(one).elements(one.shape()) > 1)
                        .min(order)
                        .orElseThrow(() -> none(donor));
        models.checkDivisible(donor(), found);
        return found;
    }

    // A head that is the embedding under a second name is treated as the embedding.
    private boolean isHead(String name) {
        Map<String, String> ties = models.embeddings().get(OWN).source().ties();
        String tensor = ties.getOrDefault(name, name);
        Predicate<String> isHead = VocabularyNames::isHead;
        return Stream.concat(
                        Stream.of(tensor),
                        ties.entrySet().stream()
                                .filter(tie -> tie.getValue().equals(tensor))
                                .map(Map.Entry::getKey))
                .allMatch(isHead);
    }

    private static TergeException none(Embeddings donor) {
        return new TergeException(
                Problem.of(
                                VocabularyCode.VOCABULARY_NO_ROWS,
                                "%s has no embedding with a vector for each token"
                                        .formatted(Quoted.of(donor.model())))
                        .fix("use a donor that is a whole model"));
    }

    private DonorRows rows(ParameterSpec counterpart) {
        Alignment alignment = models.alignment();
        Embeddings donor = models.embeddings().get(donor());
        List<DonorRows.Shared> shared = new ArrayList<>();
        List<DonorRows.Missing> missing = new ArrayList<>();
        alignment
                .tokens()
                .forEach(
                        (number, token) -> {
                            int row = alignment.tokensOf(donor()).row(token).orElseThrow();
                            OptionalInt own = alignment.tokensOf(OWN).row(token);
                            if (own.isPresent()) {
                                shared.add(new DonorRows.Shared(token, row, own.getAsInt()));
                            } else {
                                missing.add(new DonorRows.Missing(token, row, number));
                            }
                        });
        return new DonorRows(
                new DonorRows.Matrix(
                        donor.model(),
                        donor.source().tensor(counterpart.name()),
                        Math.toIntExact(donor.axis(counterpart).elements(counterpart.shape())),
                        donor.rows(),
                        donor.source().footprint(counterpart)),
                shared,
                missing,
                method());
    }

    private CombinationMethod method() {
        return switch (asked.method()) {
            case OMP -> new MatchingPursuit(asked.most());
            case NEAREST -> new NearestRows(asked.most());
        };
    }
}
