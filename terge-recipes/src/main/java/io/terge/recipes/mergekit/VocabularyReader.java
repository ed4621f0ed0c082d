package io.terge.recipes.mergekit;

import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Place;
import io.terge.recipes.yaml.Problems;

import java.util.List;
import java.util.Optional;

/**
 * Reads what a recipe says of tokenizers, as far as it is to copy that of the base.
 *
 * @param references reads the names of models
 * @param problems told of what is wrong
 */
record VocabularyReader(ReferenceReader references, Problems problems) {

    static final String TOKENIZER_SOURCE = "tokenizer_source";
    static final String TOKENIZER = "tokenizer";
    static final String CHAT_TEMPLATE = "chat_template";

    private static final String SOURCE = "source";
    private static final String TOKENS = "tokens";
    private static final String PADDING = "pad_to_multiple_of";
    private static final String BASE = "base";
    private static final String UNION = "union";
    private static final int LONGEST = 20;

    /**
     * Tells of what cannot be done.
     *
     * @param donor the model whose files are copied
     */
    void check(Mapping recipe, Optional<Reference> donor) {
        Optional<Node> legacy = recipe.find(TOKENIZER_SOURCE);
        Optional<Node> tokenizer = recipe.find(TOKENIZER);
        if (legacy.isPresent() && tokenizer.isPresent()) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    recipe.place(TOKENIZER),
                    "'%s' and '%s' exclude each other".formatted(TOKENIZER_SOURCE, TOKENIZER),
                    "remove one of them");
            return;
        }
        legacy.ifPresent(node -> checkSource(node, TOKENIZER_SOURCE, donor));
        tokenizer
                .flatMap(node -> Mapping.of(node, TOKENIZER, problems))
                .ifPresent(mapping -> checkTokenizer(mapping, donor));
        recipe.scalar(CHAT_TEMPLATE)
                .filter(template -> !template.text().isEmpty())
                .ifPresent(this::rejectTemplate);
    }

    private void checkTokenizer(Mapping tokenizer, Optional<Reference> donor) {
        tokenizer.allow(List.of(SOURCE, TOKENS, PADDING));
        tokenizer
                .find(SOURCE)
                .ifPresentOrElse(
                        node -> checkSource(node, "tokenizer: source", donor),
                        () -> reject(tokenizer.node().place(), "tokenizer: source", UNION));
        tokenizer
                .find(TOKENS)
                .filter(
                        tokens ->
                                !(tokens instanceof Node.Fields fields)
                                        || !fields.fields().isEmpty())
                .ifPresent(tokens -> rejectKey(tokenizer, TOKENS));
        tokenizer.find(PADDING).ifPresent(padding -> rejectKey(tokenizer, PADDING));
    }

    private void checkSource(Node node, String key, Optional<Reference> donor) {
        if (node instanceof Node.Scalar scalar && scalar.text().equals(UNION)) {
            reject(node.place(), key, UNION);
        } else if (node instanceof Node.Scalar scalar && scalar.text().equals(BASE)) {
            copied(node.place(), key);
        } else {
            references
                    .read(node, key)
                    .ifPresent(
                            model -> {
                                if (donor.filter(model::isSame).isPresent()) {
                                    copied(node.place(), key);
                                } else {
                                    reject(node.place(), key, model.text());
                                }
                            });
        }
    }

    private void copied(Place place, String key) {
        problems.add(
                RecipeCode.RECIPE_NOTE,
                place,
                "'%s' copies the tokenizer of the base; embeddings are not".formatted(key)
                        + " aligned by token, so all models must have its vocabulary");
    }

    private void reject(Place place, String key, String value) {
        problems.add(
                RecipeCode.RECIPE_UNSUPPORTED,
                place,
                "'%s' cannot be '%s': vocabularies cannot be merged yet".formatted(key, value),
                "if all models have the same vocabulary, write 'base'");
    }

    private void rejectKey(Mapping tokenizer, String key) {
        problems.add(
                RecipeCode.RECIPE_UNSUPPORTED,
                tokenizer.place(key),
                "'%s' is not possible: vocabularies cannot be changed yet".formatted(key),
                "remove '%s'".formatted(key));
    }

    private void rejectTemplate(Node.Scalar template) {
        String text = template.text();
        problems.add(
                RecipeCode.RECIPE_UNSUPPORTED,
                template.place(),
                text.length() > LONGEST
                        ? "'%s' cannot set a template yet".formatted(CHAT_TEMPLATE)
                        : "'%s' cannot be '%s' yet".formatted(CHAT_TEMPLATE, text),
                "remove '%s': the template of the base is copied".formatted(CHAT_TEMPLATE));
    }
}
