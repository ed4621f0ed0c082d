package io.terge.hf.vocabulary.view;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.hf.tokenizer.NeededTokens;
import io.terge.hf.tokenizer.TokenList;
import io.terge.hf.vocabulary.Alignment;
import io.terge.hf.vocabulary.RowSource;
import io.terge.hf.vocabulary.TokenMap;
import io.terge.hf.vocabulary.VocabularyCode;
import io.terge.model.MergedVocabulary;
import io.terge.model.ModelReference;
import io.terge.model.VocabularyPolicy;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelSource;
import io.terge.tensor.ParameterSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The models of a merge, and how their rows are aligned.
 *
 * @param embeddings the embeddings of each model
 * @param tokens the tokens of the output
 */
record VocabularyModels(List<Embeddings> embeddings, AlignedTokens tokens) {

    private static final String TOKENIZER = "tokenizer.json";

    /**
     * Reads the tokens of models and aligns them, once for all views of them.
     *
     * @param opened the models, each by its reference
     * @throws TergeException if a model has other tokens than those that are asked for
     */
    static VocabularyModels of(
            MergedVocabulary asked, Map<ModelReference, ModelSource> opened, AdapterContext context)
            throws IOException {
        Map<ModelReference, Embeddings> found = new HashMap<>();
        opened.forEach(
                (model, source) -> found.put(model, Embeddings.in(source, model.describe())));
        List<Embeddings> embeddings = asked.all().stream().map(model -> of(model, found)).toList();
        AlignedTokens tokens =
                context.shared(
                        AlignedTokens.class,
                        List.of(asked, embeddings.stream().map(Embeddings::rows).toList()),
                        () -> aligned(asked, opened, embeddings));
        return new VocabularyModels(embeddings, tokens);
    }

    /** How the rows of the models are aligned. */
    Alignment alignment() {
        return tokens.alignment();
    }

    private static AlignedTokens aligned(
            MergedVocabulary asked,
            Map<ModelReference, ModelSource> opened,
            List<Embeddings> embeddings)
            throws IOException {
        List<ModelReference> all = asked.all();
        Map<ModelReference, Companion> files = new HashMap<>();
        Map<ModelReference, String> digests = new HashMap<>();
        for (ModelReference model : new LinkedHashSet<>(all)) {
            Companion tokenizer = tokenizer(model, of(model, opened));
            files.put(model, tokenizer);
            digests.put(model, AlignedTokens.digest(tokenizer));
        }
        List<String> inOrder = all.stream().map(model -> of(model, digests)).toList();
        AlignedTokens.check(asked, inOrder);
        Map<ModelReference, TokenMap> tokens = new HashMap<>();
        for (int index = 0; index < all.size(); index++) {
            ModelReference model = all.get(index);
            if (!tokens.containsKey(model)) {
                TokenList list = TokenList.read(of(model, files));
                tokens.put(
                        model, TokenMap.of(model.describe(), list, embeddings.get(index).rows()));
            }
        }
        Alignment alignment =
                Alignment.of(
                        asked,
                        all.stream().map(model -> of(model, tokens)).toList(),
                        needed(asked, opened));
        return new AlignedTokens(alignment, inOrder);
    }

    private static <T> T of(ModelReference model, Map<ModelReference, T> all) {
        return Objects.requireNonNull(all.get(model), "a model that was not opened");
    }

    private static Set<String> needed(
            MergedVocabulary asked, Map<ModelReference, ModelSource> opened) throws IOException {
        if (!(asked.choice().policy() instanceof VocabularyPolicy.Intersection)) {
            return Set.of();
        }
        ModelReference donor = asked.all().get(Alignment.donor(asked));
        return NeededTokens.in(tokenizer(donor, of(donor, opened)));
    }

    private static Companion tokenizer(ModelReference model, ModelSource source) {
        return source.companions().stream()
                .filter(file -> file.name().equals(TOKENIZER))
                .findFirst()
                .orElseThrow(() -> withoutTokenizer(model));
    }

    private static TergeException withoutTokenizer(ModelReference model) {
        boolean isFile = model.path().filter(Files::isRegularFile).isPresent();
        return new TergeException(
                Problem.of(
                                VocabularyCode.VOCABULARY_MISSING,
                                "%s has no tokenizer.json, which lists the tokens of its rows"
                                        .formatted(Quoted.of(model.describe())))
                        .fix(
                                isFile
                                        ? "give the directory of the model, which contains its"
                                                + " tokenizer"
                                        : "save the tokenizer with PreTrainedTokenizerFast in the"
                                                + " directory of the model"));
    }

    /** The rows that a parameter of a model has in the output; empty if it has them already. */
    Optional<AlignedRows> rows(int model, ParameterSpec parameter) {
        if (alignment().isIdentity(model)) {
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
        List<RowSource> sources = alignment().rows(model, all::containsKey);
        return Optional.of(
                new AlignedRows(
                        spec(model, parameter),
                        model,
                        sources,
                        all,
                        alignment().tokenRows(model),
                        Optional.empty()));
    }

    /** The rows that a parameter of a model has if they are all made of its own rows. */
    AlignedRows aligned(
            int model, ParameterSpec parameter, List<RowSource> sources, DonorRows donor) {
        return new AlignedRows(
                spec(model, parameter),
                model,
                sources,
                Map.of(model, held(embeddings.get(model), parameter)),
                alignment().tokenRows(model),
                Optional.of(donor));
    }

    private ParameterSpec spec(int model, ParameterSpec parameter) {
        return ParameterSpec.of(
                parameter.name(),
                parameter.dtype(),
                axis(model, parameter).with(parameter.shape(), alignment().rows()));
    }

    private static AlignedRows.Held held(Embeddings from, ParameterSpec spec) {
        return new AlignedRows.Held(
                from.source().tensor(spec.name()), from.rows(), from.source().footprint(spec));
    }

    void checkDivisible(int model, ParameterSpec parameter) {
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
        long width = axis(model, own).elements(own.shape());
        if (!isFloating || axis(other, spec).elements(spec.shape()) != width) {
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

    private RowAxis axis(int model, ParameterSpec parameter) {
        return embeddings.get(model).axis(parameter);
    }
}
