package io.terge.recipes.mergekit;

import io.terge.error.Suggestions;
import io.terge.model.VocabularyChoice;
import io.terge.model.VocabularyPolicy;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a recipe says of tokenizers.
 *
 * @param references reads the names of models
 * @param problems told of what is wrong
 */
record VocabularyReader(ReferenceReader references, Problems problems) {

    static final String TOKENIZER_SOURCE = "tokenizer_source";
    static final String TOKENIZER = "tokenizer";

    private static final String SOURCE = "source";
    private static final String TOKENS = "tokens";
    private static final List<String> WORDS = List.of("union", "base");
    private static final String PADDING = "pad_to_multiple_of";

    /** Reads it; empty if embeddings are merged row by row. */
    Optional<VocabularyChoice> read(Mapping recipe) {
        Optional<Node> legacy = recipe.find(TOKENIZER_SOURCE);
        Optional<Node> tokenizer = recipe.find(TOKENIZER);
        if (legacy.isPresent() && tokenizer.isPresent()) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    recipe.place(TOKENIZER),
                    "'%s' and '%s' exclude each other".formatted(TOKENIZER_SOURCE, TOKENIZER),
                    "remove one of them");
            return Optional.empty();
        }
        return legacy.flatMap(node -> policy(node, TOKENIZER_SOURCE))
                .map(VocabularyChoice::of)
                .or(
                        () ->
                                tokenizer
                                        .flatMap(node -> Mapping.of(node, TOKENIZER, problems))
                                        .flatMap(this::choice));
    }

    private Optional<VocabularyPolicy> policy(Node node, String key) {
        return switch (node) {
            case Node.Scalar scalar when scalar.text().equals("union") ->
                    Optional.of(new VocabularyPolicy.Union());
            case Node.Scalar scalar when scalar.text().equals("base") ->
                    Optional.of(new VocabularyPolicy.Base());
            default ->
                    references
                            .readWithTokens(node, key)
                            .filter(model -> !isMisspelt(model, key))
                            .map(model -> new VocabularyPolicy.OfModel(model.model()));
        };
    }

    // A model of such a name would not be found, either, but nobody would look for one.
    private boolean isMisspelt(Reference model, String key) {
        boolean isMisspelt =
                !Suggestions.near(model.text(), WORDS).isEmpty()
                        && model.model().path().filter(Files::notExists).isPresent();
        if (isMisspelt) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    model.place(),
                    "'%s' must be 'union', 'base' or a model, but was '%s'.%s"
                            .formatted(
                                    key, model.text(), Suggestions.question(model.text(), WORDS)));
        }
        return isMisspelt;
    }

    private Optional<VocabularyChoice> choice(Mapping tokenizer) {
        tokenizer.allow(List.of(SOURCE, TOKENS, PADDING));
        Optional<Node> source = tokenizer.find(SOURCE);
        VocabularyChoice choice =
                VocabularyChoice.of(
                        source.flatMap(node -> policy(node, SOURCE))
                                .orElseGet(VocabularyPolicy.Union::new));
        Optional<Mapping> tokens =
                tokenizer.find(TOKENS).flatMap(node -> Mapping.of(node, TOKENS, problems));
        if (tokens.isPresent()) {
            TokenRuleReader rules = new TokenRuleReader(references, problems);
            for (Map.Entry<String, Node.Field> token : tokens.get().node().fields().entrySet()) {
                choice = rules.read(token.getKey(), token.getValue(), choice);
            }
        }
        Optional<Integer> multiple = tokenizer.whole(PADDING, 1, VocabularyChoice.MOST_ROWS);
        return Optional.of(multiple.map(choice::withMultiple).orElse(choice));
    }
}
