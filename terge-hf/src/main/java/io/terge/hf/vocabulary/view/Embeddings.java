package io.terge.hf.vocabulary.view;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.hf.config.VocabularyNames;
import io.terge.hf.vocabulary.VocabularyCode;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters of a model that have a row for each token.
 *
 * @param model the model, for messages
 * @param source the model
 * @param rows how many rows they have
 * @param parameters the parameters by name
 */
record Embeddings(
        String model, ModelSource source, int rows, Map<String, ParameterSpec> parameters) {

    /** The keys of {@code config.json}, as traits have them. */
    static final List<String> SIZES =
            List.of(
                    "vocab_size",
                    "text_config.vocab_size",
                    "llm_config.vocab_size",
                    "language_config.vocab_size");

    /**
     * Finds them.
     *
     * @throws TergeException if there are none, or their rows cannot be taken apart
     */
    static Embeddings in(ModelSource source, String model) {
        Optional<String> stated = SIZES.stream().flatMap(key -> texts(source, key)).findFirst();
        List<ParameterSpec> named =
                source.parameters().stream()
                        .filter(one -> one.shape().rank() > 0)
                        .filter(one -> isKnown(source, one.name()))
                        .toList();
        long rows =
                stated.filter(text -> text.matches("[0-9]{1,9}"))
                        .map(Long::valueOf)
                        .or(() -> named.stream().map(one -> one.shape().dimension(0)).findFirst())
                        .orElse(0L);
        Map<String, ParameterSpec> found =
                named.stream()
                        .filter(one -> axis(one, rows).rows(one.shape()) == rows)
                        .collect(Collectors.toMap(ParameterSpec::name, Function.identity()));
        if (found.isEmpty() || rows > Integer.MAX_VALUE) {
            throw none(model, rows, named);
        }
        return new Embeddings(model, source, (int) rows, Map.copyOf(found));
    }

    // A name that is tied to a known one has the same rows.
    private static boolean isKnown(ModelSource source, String name) {
        Map<String, String> ties = source.ties();
        return VocabularyNames.contains(name)
                || VocabularyNames.contains(ties.getOrDefault(name, name))
                || ties.entrySet().stream()
                        .anyMatch(
                                tie ->
                                        tie.getValue().equals(name)
                                                && VocabularyNames.contains(tie.getKey()));
    }

    private static Stream<String> texts(ModelSource source, String key) {
        return Optional.ofNullable(source.traits().get(key)).stream();
    }

    private static RowAxis axis(ParameterSpec parameter, long rows) {
        return RowAxis.of(parameter.shape(), rows);
    }

    /** Where one of the parameters has its rows. */
    RowAxis axis(ParameterSpec parameter) {
        return axis(parameter, rows);
    }

    private static TergeException none(String model, long rows, List<ParameterSpec> named) {
        Problem problem =
                Problem.of(
                        VocabularyCode.VOCABULARY_NO_ROWS,
                        rows == 0
                                ? "%s has no embedding whose name is known"
                                        .formatted(Quoted.of(model))
                                : "%s has no embedding of %d rows, the vocab_size of its config.json"
                                        .formatted(Quoted.of(model), rows));
        for (ParameterSpec one : named) {
            problem = problem.note("%s has the shape %s".formatted(one.name(), one.shape()));
        }
        return new TergeException(
                problem.fix("correct config.json, or merge without a choice of vocabulary"));
    }

    /** The parameter that the model uses under a name, if it has one. */
    Optional<ParameterSpec> find(String name) {
        return Optional.ofNullable(parameters.get(name))
                .or(
                        () ->
                                Optional.ofNullable(source.aliases().get(name))
                                        .flatMap(
                                                other ->
                                                        Optional.ofNullable(
                                                                parameters.get(other))));
    }
}
