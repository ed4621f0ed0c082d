package io.terge.recipes.file;

import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Place;
import io.terge.recipes.yaml.Problems;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whose recipe a file is. */
enum RecipeKind {
    /** Terge's. */
    OWN,
    /** Mergekit's. */
    MERGEKIT,
    /** One of experts, as mergekit-moe has them. */
    EXPERTS,
    /** Nobody's, or that of both. */
    UNKNOWN;

    private static final Set<String> OF_OWN =
            ordered(
                    "base",
                    "method",
                    "weights",
                    "options",
                    "rules",
                    "include",
                    "exclude",
                    "renames",
                    "layers",
                    "layer_pattern",
                    "vocabulary",
                    "adapters",
                    "adapter_settings",
                    "seed",
                    "strict",
                    "non_finite",
                    "output",
                    "stages");

    private static final Set<String> OF_MERGEKIT =
            ordered(
                    "merge_method",
                    "slices",
                    "modules",
                    "base_model",
                    "parameters",
                    "tokenizer_source",
                    "tokenizer",
                    "chat_template",
                    "out_dtype");

    private static final Set<String> OF_EXPERTS =
            ordered("experts", "shared_experts", "gate_mode", "gates", "experts_per_token");

    /** Keys that recipes of experts have, too. */
    private static final Set<String> COMMON = Set.of("base_model", "seed");

    private static final String MODELS = "models";

    private static final Set<String> OF_RECIPES_ALONE =
            ordered(MODELS, "stages", "merge_method", "slices", "base_model");

    private static final Pattern KEY =
            Pattern.compile("\"(%s)\"\\s*:".formatted(String.join("|", OF_RECIPES_ALONE)));

    /** What recipes of the kind are called in plans and lineages. */
    String format() {
        return this == MERGEKIT || this == EXPERTS ? "mergekit" : "terge";
    }

    /** Returns the kind of a recipe; if it is unknown, why is reported. */
    static RecipeKind of(Node.Fields document, Problems problems) {
        if (isSavedPlan(document)) {
            problems.add(
                    RecipeCode.RECIPE_UNREADABLE,
                    document.place(),
                    "Not a recipe, but a saved plan",
                    "run it with --plan FILE");
            return UNKNOWN;
        }
        List<String> own = keys(document, OF_OWN);
        List<String> theirs = keys(document, OF_MERGEKIT);
        List<String> ofExperts = keys(document, OF_EXPERTS);
        if (!ofExperts.isEmpty()) {
            return ofExperts(document, ofExperts, problems);
        }
        if (!own.isEmpty() && !theirs.isEmpty()) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    place(document, theirs.getFirst()),
                    "The recipe has keys of terge (%s) and of mergekit (%s)"
                            .formatted(String.join(", ", own), String.join(", ", theirs)),
                    "remove the keys of one of them");
            return UNKNOWN;
        }
        if (!theirs.isEmpty()) {
            return MERGEKIT;
        }
        if (!own.isEmpty()) {
            return OWN;
        }
        if (document.fields().containsKey(MODELS)) {
            return isOfMergekit(document) ? MERGEKIT : OWN;
        }
        problems.add(
                RecipeCode.RECIPE_UNREADABLE,
                document.place(),
                "Not a recipe: it has no 'models' or 'stages', and no 'merge_method'");
        return UNKNOWN;
    }

    private static boolean isSavedPlan(Node.Fields document) {
        Node.Field format = document.fields().get("format");
        return format != null
                && format.value() instanceof Node.Scalar scalar
                && scalar.text().equals("terge-plan");
    }

    private static RecipeKind ofExperts(
            Node.Fields document, List<String> ofExperts, Problems problems) {
        List<String> ofMerges =
                document.fields().keySet().stream()
                        .filter(key -> !COMMON.contains(key))
                        .filter(
                                key ->
                                        key.equals(MODELS)
                                                || OF_OWN.contains(key)
                                                || OF_MERGEKIT.contains(key))
                        .toList();
        if (ofMerges.isEmpty()) {
            return EXPERTS;
        }
        problems.add(
                RecipeCode.RECIPE_INVALID_VALUE,
                place(document, ofMerges.getFirst()),
                "The recipe has keys of a mixture of experts (%s) and keys of a merge (%s)"
                        .formatted(String.join(", ", ofExperts), String.join(", ", ofMerges)),
                "remove the keys of one of them");
        return UNKNOWN;
    }

    /** Whether a document has a key of recipes alone, or several that recipes have. */
    static boolean hasKeysOfRecipes(Node document) {
        return document instanceof Node.Fields fields
                && (!keys(fields, OF_RECIPES_ALONE).isEmpty()
                        || keys(fields, OF_OWN).size() > 1
                        || keys(fields, OF_MERGEKIT).size() > 1);
    }

    /** Whether a text that cannot be read has such keys, as JSON has them. */
    static boolean hasKeysOfRecipes(String unreadable) {
        return KEY.matcher(unreadable).find();
    }

    // Mergekit's models are mappings with 'model' where terge's have 'path'.
    private static boolean isOfMergekit(Node.Fields document) {
        Node.Field models = document.fields().get(MODELS);
        return models != null
                && models.value() instanceof Node.Items items
                && items.values().stream()
                        .anyMatch(
                                item ->
                                        item instanceof Node.Fields fields
                                                && fields.fields().containsKey("model"));
    }

    private static Place place(Node.Fields document, String key) {
        Node.Field field = document.fields().get(key);
        return field == null ? document.place() : field.key();
    }

    private static List<String> keys(Node.Fields document, Collection<String> of) {
        return document.fields().keySet().stream().filter(of::contains).toList();
    }

    private static Set<String> ordered(String... keys) {
        return List.of(keys).stream().collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
