package io.terge.recipes.mergekit;

import io.terge.error.Suggestions;
import io.terge.model.VocabularyChoice;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;
import io.terge.tensor.DType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Reads one recipe.
 *
 * @param references reads the names of models
 * @param problems told of what is wrong
 */
record OutlineReader(ReferenceReader references, Problems problems) {

    static final String NAME = "name";
    static final String CHAT_TEMPLATE = "chat_template";

    private static final String METHOD = "merge_method";

    private static final List<String> KEYS =
            List.of(
                    METHOD,
                    PartReader.MODELS,
                    PartReader.SLICES,
                    ListedReader.MODULES,
                    PartReader.BASE_MODEL,
                    LevelReader.PARAMETERS,
                    TypeReader.DTYPE,
                    TypeReader.OUT_DTYPE,
                    VocabularyReader.TOKENIZER_SOURCE,
                    VocabularyReader.TOKENIZER,
                    CHAT_TEMPLATE,
                    NAME);

    /** Reads a recipe; nothing if a part without which it is none is missing or wrong. */
    Optional<Outline> read(Node.Fields document) {
        Mapping recipe = withoutAnchors(document).allow(KEYS);
        LevelReader levels = new LevelReader(problems);
        PartReader parts = new PartReader(references, levels, problems);
        Optional<MergekitMethod> method = method(recipe);
        Optional<Reference> base = parts.base(recipe);
        Listed listed = new ListedReader(parts, levels, problems).read(recipe);
        Level all = levels.read(recipe);
        TypeReader types = new TypeReader(problems);
        Optional<DType> computed = types.read(recipe, TypeReader.DTYPE);
        Optional<DType> stored = types.read(recipe, TypeReader.OUT_DTYPE);
        Optional<VocabularyChoice> vocabulary =
                new VocabularyReader(references, problems).read(recipe);
        boolean hasBase = recipe.find(PartReader.BASE_MODEL).isPresent() == base.isPresent();
        if (method.isEmpty() || listed.parts().isEmpty() || !hasBase) {
            return Optional.empty();
        }
        return Optional.of(
                new Outline(
                        method.get(),
                        recipe.place(METHOD),
                        base,
                        listed.parts(),
                        List.of(listed.module(), all),
                        stored.or(() -> computed),
                        stored.isPresent(),
                        vocabulary));
    }

    // A key that only names a value for others is not a part of the recipe.
    private Mapping withoutAnchors(Node.Fields document) {
        SequencedMap<String, Node.Field> fields = new LinkedHashMap<>(document.fields());
        fields.entrySet()
                .removeIf(field -> !KEYS.contains(field.getKey()) && field.getValue().isAnchored());
        return new Mapping(new Node.Fields(fields, document.place()), problems);
    }

    private Optional<MergekitMethod> method(Mapping recipe) {
        if (!isMisspelt(recipe)) {
            recipe.require(METHOD);
        }
        Optional<Node.Scalar> name = recipe.scalar(METHOD);
        Optional<MergekitMethod> method =
                name.map(Node.Scalar::text).flatMap(MergekitMethod::named);
        name.filter(unknown -> method.isEmpty()).ifPresent(this::reject);
        return method;
    }

    private void reject(Node.Scalar method) {
        List<String> names = MergekitMethod.names();
        problems.add(
                RecipeCode.RECIPE_INVALID_VALUE,
                method.place(),
                "mergekit has no method '%s'.%s"
                        .formatted(method.text(), Suggestions.question(method.text(), names)),
                "use one of: " + String.join(", ", names));
    }

    // Then the key that is there has been told of.
    private static boolean isMisspelt(Mapping recipe) {
        return recipe.node().fields().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .anyMatch(key -> Suggestions.near(key, KEYS).contains(METHOD));
    }
}
