package io.terge.hf.vocabulary;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.model.ModelReference;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the vocabulary of a merge is chosen, as it is written in the settings of references.
 *
 * @param policy which tokens the output has
 * @param models all models of the merge, the base included, without these settings
 * @param base the index of the base
 * @param multiple what the number of rows is rounded up to, if anything
 */
public record VocabularySettings(
        VocabularyPolicy policy, List<ModelReference> models, int base, OptionalInt multiple) {

    private static final String POLICY = "vocabulary";
    private static final String MODELS = "vocabulary-models";
    private static final String BASE = "vocabulary-base";
    private static final String MULTIPLE = "vocabulary-multiple";

    /** The names of the settings. */
    public static final List<String> NAMES = List.of(POLICY, MODELS, BASE, MULTIPLE);

    /**
     * @throws TergeException with {@link TergeCode#INVALID_SETTING} if the policy or the base is
     *     not one of the models
     */
    public VocabularySettings {
        models = List.copyOf(models);
        int last = models.size() - 1;
        if (base < 0 || base > last) {
            throw invalid(BASE, Integer.toString(base), "an index from 0 to " + last);
        }
        if (policy instanceof VocabularyPolicy.OfModel(int index) && index > last) {
            throw invalid(POLICY, policy.text(), "an index from 0 to " + last);
        }
        if (multiple.isPresent() && multiple.getAsInt() < 1) {
            throw invalid(MULTIPLE, Integer.toString(multiple.getAsInt()), "a positive number");
        }
    }

    /** Whether a reference asks for another vocabulary than its model has. */
    public static boolean isIn(ModelReference reference) {
        return NAMES.stream().anyMatch(reference.settings()::containsKey);
    }

    /**
     * Reads the settings of a reference.
     *
     * @throws TergeException with {@link TergeCode#INVALID_SETTING} if one is missing or malformed
     */
    public static VocabularySettings of(ModelReference reference) {
        SortedMap<String, String> texts = reference.settings();
        String multiple = texts.getOrDefault(MULTIPLE, "");
        return new VocabularySettings(
                policy(texts.getOrDefault(POLICY, "")),
                models(texts.getOrDefault(MODELS, "")),
                number(BASE, texts.getOrDefault(BASE, "0")),
                multiple.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(number(MULTIPLE, multiple)));
    }

    /**
     * Returns the policy of a text.
     *
     * @throws TergeException with {@link TergeCode#INVALID_SETTING} if there is no such policy
     */
    public static VocabularyPolicy policy(String text) {
        return VocabularyPolicy.parse(text)
                .orElseThrow(
                        () ->
                                invalid(
                                        POLICY,
                                        text,
                                        "union, intersection, base, or the index of a model"));
    }

    private static List<ModelReference> models(String text) {
        if (text.isEmpty()) {
            throw invalid(MODELS, text, "all models of the merge, separated by commas");
        }
        return Stream.of(text.split(",", -1)).map(VocabularySettings::model).toList();
    }

    private static ModelReference model(String text) {
        try {
            return ModelReference.at(text.replace("%2C", ",").replace("%25", "%"));
        } catch (IllegalArgumentException malformed) {
            throw invalid(MODELS, text, "all models of the merge, separated by commas");
        }
    }

    private static int number(String name, String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw invalid(name, text, "a number");
        }
        return Integer.parseInt(text);
    }

    private static TergeException invalid(String name, String text, String expected) {
        return new TergeException(
                Problem.of(
                                TergeCode.INVALID_SETTING,
                                "Setting '%s' must be %s, but was %s"
                                        .formatted(name, expected, Quoted.of(text)))
                        .fix("correct the setting"));
    }

    /**
     * Returns the reference to one of the models with its rows in the order of the output.
     *
     * @throws TergeException with {@link TergeCode#INVALID_SETTING} if a model cannot be named in a
     *     setting, as one in memory
     */
    public ModelReference on(ModelReference model) {
        String all = models.stream().map(VocabularySettings::text).collect(Collectors.joining(","));
        checkNamed(model);
        ModelReference asked =
                model.with(POLICY, policy.text())
                        .with(MODELS, all)
                        .with(BASE, Integer.toString(base));
        return multiple.isEmpty()
                ? asked
                : asked.with(MULTIPLE, Integer.toString(multiple.getAsInt()));
    }

    private static String text(ModelReference model) {
        checkNamed(model);
        return model.describe().replace("%", "%25").replace(",", "%2C");
    }

    private static void checkNamed(ModelReference model) {
        String text = model.describe();
        if (text.isEmpty() || !ModelReference.at(text).equals(model)) {
            throw new TergeException(
                    Problem.of(
                                    TergeCode.INVALID_SETTING,
                                    "The vocabulary of %s cannot be changed: it is not a path"
                                            .formatted(Quoted.of(text)))
                            .fix("save the model as a directory, and merge that"));
        }
    }

    /** Returns a reference without these settings. */
    public static ModelReference without(ModelReference reference) {
        SortedMap<String, String> others = new TreeMap<>(reference.settings());
        NAMES.forEach(others::remove);
        return reference.withSettings(others);
    }
}
