package io.terge.hf.vocabulary.view;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.hf.tokenizer.TokenList;
import io.terge.hf.vocabulary.Alignment;
import io.terge.hf.vocabulary.RowSource;
import io.terge.hf.vocabulary.TokenMap;
import io.terge.hf.vocabulary.VocabularyCode;
import io.terge.hf.vocabulary.VocabularySettings;
import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Shape;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The models of a merge, and how their rows are aligned.
 *
 * @param embeddings the embeddings of each model
 * @param alignment the tokens of the output
 */
record VocabularyModels(List<Embeddings> embeddings, Alignment alignment) {

    private static final String TOKENIZER = "tokenizer.json";

    /**
     * Reads the tokens of models and aligns them.
     *
     * @param opened the models, each by its reference
     */
    static VocabularyModels of(VocabularySettings settings, Map<ModelReference, ModelSource> opened)
            throws IOException {
        List<ModelReference> distinct = List.copyOf(opened.keySet());
        List<Embeddings> found = new ArrayList<>();
        List<TokenMap> tokens = new ArrayList<>();
        for (Map.Entry<ModelReference, ModelSource> one : opened.entrySet()) {
            String model = one.getKey().describe();
            Embeddings embeddings = Embeddings.in(one.getValue(), model);
            TokenList list = TokenList.read(tokenizer(model, one.getValue()));
            found.add(embeddings);
            tokens.add(TokenMap.of(model, list, embeddings.rows()));
        }
        List<Integer> order = settings.models().stream().map(distinct::indexOf).toList();
        Alignment alignment =
                Alignment.of(
                        settings.policy(),
                        order.stream().map(tokens::get).toList(),
                        settings.base(),
                        settings.multiple());
        return new VocabularyModels(order.stream().map(found::get).toList(), alignment);
    }

    private static Companion tokenizer(String model, ModelSource source) {
        return source.companions().stream()
                .filter(file -> file.name().equals(TOKENIZER))
                .findFirst()
                .orElseThrow(
                        () ->
                                new TergeException(
                                        Problem.of(
                                                        VocabularyCode.VOCABULARY_MISSING,
                                                        "%s has no tokenizer.json, which says what"
                                                                        .formatted(Quoted.of(model))
                                                                + " tokens its rows belong to")
                                                .fix(
                                                        "save the tokenizer with"
                                                            + " PreTrainedTokenizerFast beside the"
                                                            + " model")));
    }

    /** The rows that a parameter of a model has in the output; empty if it has them already. */
    Optional<AlignedRows> rows(int model, ParameterSpec parameter) {
        if (alignment.isIdentity(model)) {
            return Optional.empty();
        }
        checkDivisible(model, parameter);
        Map<Integer, AlignedRows.Held> all = new HashMap<>();
        for (int other = 0; other < embeddings.size(); other++) {
            int index = other;
            Embeddings from = embeddings.get(other);
            from.find(parameter.name())
                    .ifPresent(
                            spec -> {
                                checkWidth(model, parameter, index, spec);
                                all.put(index, held(from, spec));
                            });
        }
        List<RowSource> sources = alignment.rows(model, all::containsKey);
        return Optional.of(
                new AlignedRows(
                        ParameterSpec.of(
                                parameter.name(),
                                parameter.dtype(),
                                withRows(parameter.shape(), alignment.rows())),
                        model,
                        sources,
                        all,
                        alignment.tokenRows(model)));
    }

    private static AlignedRows.Held held(Embeddings from, ParameterSpec spec) {
        return new AlignedRows.Held(
                from.source().tensor(spec.name()), from.source().footprint(spec));
    }

    private void checkDivisible(int model, ParameterSpec parameter) {
        boolean isGrouped =
                embeddings.get(model).source().groups().stream()
                        .anyMatch(group -> group.members().contains(parameter.name()));
        if (isGrouped || !parameter.dtype().isFloating()) {
            throw new TergeException(
                    Problem.of(
                                    VocabularyCode.VOCABULARY_NO_ROWS,
                                    "The rows of %s in %s cannot be rearranged: it is quantised"
                                            .formatted(
                                                    parameter.name(),
                                                    Quoted.of(embeddings.get(model).model())))
                            .fix("dequantise the model, or merge without a choice of vocabulary"));
        }
    }

    private void checkWidth(int model, ParameterSpec own, int other, ParameterSpec spec) {
        boolean isFloating = spec.dtype().isFloating();
        if (!isFloating || !withRows(spec.shape(), 0).equals(withRows(own.shape(), 0))) {
            throw new TergeException(
                    Problem.of(
                                    VocabularyCode.VOCABULARY_NO_ROWS,
                                    "The rows of %s cannot be those of another model: they differ"
                                            .formatted(own.name()))
                            .note(described(model, own))
                            .note(described(other, spec))
                            .fix("merge models of one architecture and size"));
        }
    }

    private String described(int model, ParameterSpec spec) {
        return "%s: %s %s".formatted(embeddings.get(model).model(), spec.dtype(), spec.shape());
    }

    private static Shape withRows(Shape shape, long rows) {
        return Shape.of(
                LongStream.range(0, shape.rank())
                        .map(axis -> axis == 0 ? rows : shape.dimension((int) axis))
                        .toArray());
    }
}
