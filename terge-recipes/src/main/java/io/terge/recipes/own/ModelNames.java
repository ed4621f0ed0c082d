package io.terge.recipes.own;

import io.terge.api.BaseChoice;
import io.terge.api.MergeRequest;
import io.terge.api.ModelScope;
import io.terge.error.Suggestions;
import io.terge.model.ModelReference;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Place;
import io.terge.recipes.yaml.Problems;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What the models of a merge are called: names that the recipe gives, or the last parts of their
 * paths or the names of their stages where these differ; always by index too.
 *
 * @param names a name for each model; empty for one that has only its index
 */
record ModelNames(List<String> names) {

    /** The name of the base, whether it is one of the models or not. */
    static final String BASE = "base";

    /** The name of all models together. */
    static final String ALL = "*";

    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Pattern EXTENSION =
            Pattern.compile("\\.(safetensors|pt|pth|ckpt|bin|npz)$");

    ModelNames {
        names = List.copyOf(names);
    }

    /**
     * Whether a name can be given to a model: not an index, and no character that has a meaning.
     */
    static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Returns the names of models of which some have none: the last parts of their paths, unless
     * that would be a name of two models.
     *
     * @param given the names that are given, or empty
     * @param models the models
     */
    static ModelNames completed(List<String> given, List<ModelReference> models) {
        List<String> all =
                IntStream.range(0, given.size())
                        .mapToObj(
                                i -> given.get(i).isEmpty() ? ofModel(models.get(i)) : given.get(i))
                        .toList();
        Set<String> taken = new HashSet<>(given);
        return new ModelNames(
                IntStream.range(0, all.size())
                        .mapToObj(
                                i -> {
                                    String name = all.get(i);
                                    boolean isOwn = !given.get(i).isEmpty();
                                    boolean isClear =
                                            isValid(name)
                                                    && !name.equals(BASE)
                                                    && !taken.contains(name)
                                                    && Collections.frequency(all, name) == 1;
                                    return isOwn || isClear ? name : "";
                                })
                        .toList());
    }

    /** The names that a request gives its models, or empty for one whose name cannot be written. */
    static List<String> given(MergeRequest request) {
        return IntStream.range(0, request.models().size())
                .mapToObj(
                        index -> {
                            String name = request.names().getOrDefault(index, "");
                            boolean isBase = request.base().equals(new BaseChoice.Index(index));
                            boolean isClear =
                                    isValid(name)
                                            && (isBase || !name.equals(BASE))
                                            && Collections.frequency(request.names().values(), name)
                                                    == 1;
                            return isClear ? name : "";
                        })
                .toList();
    }

    /** Whether a path is that of a file, by its name. */
    static boolean isFile(Path path) {
        return EXTENSION.matcher(path.toString()).find();
    }

    private static String ofModel(ModelReference model) {
        return model.stage()
                .or(() -> model.path().map(Path::getFileName).map(ModelNames::ofPath))
                .orElse("");
    }

    private static String ofPath(Path last) {
        return EXTENSION.matcher(last.toString()).replaceFirst("");
    }

    int count() {
        return names.size();
    }

    /** How a model is called in a recipe. */
    String nameOf(int index) {
        return index < 0 || index >= count() || names.get(index).isEmpty()
                ? Integer.toString(index)
                : names.get(index);
    }

    /** How models are called in a recipe. */
    String nameOf(ModelScope models) {
        return models instanceof ModelScope.Index(int index) ? nameOf(index) : models.text();
    }

    /** The index that a name or an index in digits means. */
    Optional<Integer> index(String text) {
        int named = text.isEmpty() ? -1 : names.indexOf(text);
        if (named >= 0) {
            return Optional.of(named);
        }
        return Optional.of(text)
                .filter(INDEX.asMatchPredicate())
                .map(Integer::valueOf)
                .filter(index -> index < count());
    }

    /** The model that a text means, or the base; what means neither is reported. */
    Optional<ModelScope> one(String text, Place place, Problems problems) {
        Optional<ModelScope> found =
                index(text)
                        .map(ModelScope::model)
                        .or(
                                () ->
                                        text.equals(BASE)
                                                ? Optional.of(ModelScope.base())
                                                : Optional.empty());
        // Where the models could not be read, that is reported.
        if (found.isEmpty() && count() > 0) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    place,
                    "Unknown model '%s'.%s".formatted(text, Suggestions.question(text, known())),
                    "use one of: " + String.join(", ", known()));
        }
        return found;
    }

    /** The models that a text means, which may be all; what means none is reported. */
    Optional<ModelScope> any(String text, Place place, Problems problems) {
        return text.equals(ALL) ? Optional.of(ModelScope.all()) : one(text, place, problems);
    }

    private List<String> known() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            all.add(nameOf(i));
        }
        if (!all.contains(BASE)) {
            all.add(BASE);
        }
        return all;
    }
}
