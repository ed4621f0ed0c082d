package io.terge.recipes.mergekit;

import io.terge.error.Suggestions;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;

import java.util.List;
import java.util.Optional;

/**
 * Reads where the vectors of the gates come from.
 *
 * @param references reads the names of models
 * @param problems told of what is wrong
 */
record GateReader(ReferenceReader references, Problems problems) {

    static final String MODE = "gate_mode";
    static final String GATES = "gates";

    static final List<String> RANDOM = List.of("random", "uniform_random");
    private static final List<String> OF_PROMPTS = List.of("hidden", "cheap_embed");
    private static final String FIX =
            "use random gates (--set gate_mode=random) and train them, or give their vectors"
                    + " (--set gates=FILE)";

    /** Reads them: a kind of random vectors, or a file; nothing if it is wrong. */
    Optional<String> read(Mapping recipe) {
        Optional<Node> file = recipe.find(GATES);
        Optional<Node> mode = recipe.find(MODE);
        if (file.isPresent() && mode.isPresent()) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    recipe.place(GATES),
                    "'%s' and '%s' exclude each other".formatted(GATES, MODE),
                    "remove one of them");
            return Optional.empty();
        }
        if (file.isPresent()) {
            return recipe.scalar(GATES)
                    .flatMap(text -> references.read(text, GATES))
                    .map(reference -> reference.model().describe())
                    .filter(text -> isFile(text, recipe));
        }
        if (mode.isEmpty()) {
            problems.add(
                    RecipeCode.RECIPE_MISSING_KEY,
                    recipe.node().place(),
                    "The key '%s' is missing; its default in mergekit, 'hidden', needs a forward pass"
                            .formatted(MODE),
                    FIX);
            return Optional.empty();
        }
        return recipe.scalar(MODE).filter(this::isRandom).map(Node.Scalar::text);
    }

    private boolean isFile(String text, Mapping recipe) {
        if (RANDOM.contains(text)) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    recipe.place(GATES),
                    "'%s' must be a file with vectors, but was '%s'".formatted(GATES, text),
                    "for random gates, write %s: %s".formatted(MODE, text));
        }
        return !RANDOM.contains(text);
    }

    private boolean isRandom(Node.Scalar mode) {
        String text = mode.text();
        if (OF_PROMPTS.contains(text)) {
            problems.add(
                    RecipeCode.RECIPE_UNSUPPORTED,
                    mode.place(),
                    "'%s' cannot be '%s': %s"
                            .formatted(
                                    MODE,
                                    text,
                                    text.equals("hidden")
                                            ? "it needs a forward pass of the base over the prompts"
                                            : "it needs the tokenizer of the base to be run over"
                                                    + " the prompts"),
                    FIX);
        } else if (!RANDOM.contains(text)) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    mode.place(),
                    "'%s' must be one of %s, but was '%s'.%s"
                            .formatted(
                                    MODE,
                                    String.join(", ", RANDOM),
                                    text,
                                    Suggestions.question(text, RANDOM)));
        }
        return RANDOM.contains(text);
    }
}
