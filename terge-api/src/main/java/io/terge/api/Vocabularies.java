package io.terge.api;

import io.terge.model.MergedVocabulary;
import io.terge.model.ModelReference;
import io.terge.model.VocabularyChoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The models and the base of a request, as they are or as views with the tokens of their merge.
 *
 * @param models the models
 * @param base the base
 * @since 0.1
 */
public record Vocabularies(List<ModelReference> models, BaseChoice base) {

    public Vocabularies {
        models = List.copyOf(models);
    }

    /** Returns the models and the base of a request. */
    public static Vocabularies of(MergeRequest request) {
        return new Vocabularies(request.models(), request.base());
    }

    /**
     * Returns them as views. If the base is not one of the models, they stay as they are, and
     * planning reports it.
     *
     * @throws io.terge.error.TergeException if a model is in memory
     */
    Vocabularies with(VocabularyChoice choice) {
        List<ModelReference> all = all();
        OptionalInt index = index(all);
        if (index.orElse(0) >= all.size()) {
            return this;
        }
        MergedVocabulary vocabulary = new MergedVocabulary(choice, all, index);
        return new Vocabularies(
                models.stream().map(vocabulary::on).toList(),
                base instanceof BaseChoice.Other(ModelReference other)
                        ? new BaseChoice.Other(vocabulary.on(other))
                        : base);
    }

    /** The choice of tokens, if all these are views of one. */
    public Optional<VocabularyChoice> choice() {
        if (!all().stream().allMatch(Vocabularies::isView)) {
            return Optional.empty();
        }
        VocabularyChoice choice = MergedVocabulary.of(all().getFirst()).choice();
        return Optional.of(choice).filter(one -> plain().with(one).equals(this));
    }

    /** The models and the base as they are. */
    public Vocabularies plain() {
        return new Vocabularies(
                models.stream().map(Vocabularies::plain).toList(),
                base instanceof BaseChoice.Other(ModelReference other)
                        ? new BaseChoice.Other(plain(other))
                        : base);
    }

    private static boolean isView(ModelReference model) {
        return model.hasAny(MergedVocabulary.SETTINGS);
    }

    private static ModelReference plain(ModelReference model) {
        return model.without(MergedVocabulary.SETTINGS);
    }

    /**
     * All models that are read: the models, the base, and others that give rows or a tokenizer;
     * each as it is.
     */
    public List<ModelReference> named() {
        return all().stream()
                .flatMap(
                        model ->
                                isView(model)
                                        ? Stream.concat(
                                                Stream.of(plain(model)),
                                                MergedVocabulary.of(model).all().stream())
                                        : Stream.of(model))
                .distinct()
                .toList();
    }

    /** The base; the first model if none is chosen; empty if there is no such model. */
    public Optional<ModelReference> baseModel() {
        int index = index(all()).orElse(0);
        return index < all().size() ? Optional.of(all().get(index)) : Optional.empty();
    }

    private List<ModelReference> all() {
        Stream<ModelReference> other =
                base instanceof BaseChoice.Other(ModelReference one)
                        ? Stream.of(one)
                        : Stream.empty();
        List<ModelReference> all = new ArrayList<>(models);
        other.filter(one -> !models.contains(one)).forEach(all::add);
        return all;
    }

    private OptionalInt index(List<ModelReference> all) {
        return switch (base) {
            case BaseChoice.Unset unset -> OptionalInt.empty();
            case BaseChoice.Index(int one) -> OptionalInt.of(one);
            case BaseChoice.Other(ModelReference other) -> OptionalInt.of(all.indexOf(other));
        };
    }
}
