package io.terge.model;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The tokens of a merge, as settings of references: a reference with these settings is a view of
 * its model with the output's tokens.
 *
 * <p>The setting {@code vocabulary} is {@code union}, {@code intersection}, {@code base} or the
 * index of a model; {@code vocabulary-models} are all models of the merge and {@code
 * vocabulary-others} those that only give rows or a tokenizer, separated by commas; indexes go
 * through both; {@code vocabulary-base}, if there is a base, its index; {@code vocabulary-tokens}
 * are rules for tokens and {@code vocabulary-multiple} is what the number of rows is rounded up to.
 * {@code vocabulary-digests} identifies the tokens of each model; it is checked, and added to
 * references in plans and lineages. In lists, {@code %}, {@code ,} and {@code =} are written {@code
 * %25}, {@code %2C} and {@code %3D}.
 *
 * @param choice how the tokens are chosen
 * @param models all models that are merged, and the base, without these settings
 * @param base the index of the base; if there is none, no model takes precedence, but the output's
 *     tokenizer is that of the first
 * @param digests digests of the tokens of {@link #all()}; empty if they are not known
 * @since 0.1
 */
public record MergedVocabulary(
        VocabularyChoice choice,
        List<ModelReference> models,
        OptionalInt base,
        List<String> digests) {

    /** The names of the settings. */
    public static final List<String> SETTINGS = VocabularyText.NAMES;

    /**
     * @throws TergeException with {@link TergeCode#INVALID_SETTING} if the base is not one of the
     *     models, or the choice is {@link VocabularyPolicy.Rows}, which needs no views
     */
    public MergedVocabulary {
        if (choice.policy() instanceof VocabularyPolicy.Rows) {
            throw VocabularyText.noPolicy(VocabularyText.ROWS, models.size() - 1);
        }
        models = List.copyOf(models);
        digests = List.copyOf(digests);
        int index = base.orElse(0);
        if (index < 0 || index >= models.size()) {
            throw VocabularyText.invalid(
                    VocabularyText.BASE,
                    Integer.toString(index),
                    "an index from 0 to " + (models.size() - 1));
        }
    }

    /** The tokens of models of which nothing is known yet. */
    public MergedVocabulary(
            VocabularyChoice choice, List<ModelReference> models, OptionalInt base) {
        this(choice, models, base, List.of());
    }

    /** Returns this with digests of the models' tokens. */
    public MergedVocabulary withDigests(List<String> known) {
        return new MergedVocabulary(choice, models, base, known);
    }

    /**
     * Reads the settings of a reference.
     *
     * @throws TergeException with {@link TergeCode#INVALID_SETTING} if one is missing or malformed
     */
    public static MergedVocabulary of(ModelReference reference) {
        return new VocabularyText(reference.settings()).read();
    }

    /** The models that are not merged, but give rows or the tokenizer. */
    public List<ModelReference> others() {
        return choice.models().stream().filter(model -> !models.contains(model)).toList();
    }

    /** The models, and after them the others. */
    public List<ModelReference> all() {
        List<ModelReference> all = new ArrayList<>(models);
        all.addAll(others());
        return List.copyOf(all);
    }

    /**
     * Returns the view of one of the models.
     *
     * @throws TergeException with {@link TergeCode#INVALID_SETTING} if a model cannot be named in a
     *     setting, such as one in memory
     */
    public ModelReference on(ModelReference model) {
        all().forEach(MergedVocabulary::checkNamed);
        checkNamed(model);
        SortedMap<String, String> settings = new TreeMap<>(model.settings());
        settings.putAll(VocabularyText.of(this).settings());
        return model.withSettings(settings);
    }

    /** Returns a copy with other references to the same models. */
    public MergedVocabulary renamed(UnaryOperator<ModelReference> renaming) {
        Map<ModelReference, ModelReference> others = new HashMap<>();
        all().forEach(model -> others.put(model, renaming.apply(model)));
        return new MergedVocabulary(
                choice.renamed(others), models.stream().map(renaming).toList(), base, digests);
    }

    private static void checkNamed(ModelReference model) {
        boolean isText =
                switch (model) {
                    case ModelReference.InMemory memory -> false;
                    case ModelReference.Location location -> true;
                    case ModelReference.OnDisk disk ->
                            disk.file().getFileSystem().equals(FileSystems.getDefault());
                };
        if (!isText) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.INVALID_SETTING,
                                    "The vocabulary of '%s' cannot be changed: it is not a path"
                                            .formatted(model.describe()))
                            .fix("save the model to a directory, and merge that"));
        }
    }
}
