package io.terge.recipes.mergekit;

import io.terge.model.TokenRule;
import io.terge.model.VocabularyChoice;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;

import java.util.List;
import java.util.Optional;

/**
 * Reads where the row of a token comes from.
 *
 * @param references reads the names of models
 * @param problems told of what is wrong
 */
record TokenRuleReader(ReferenceReader references, Problems problems) {

    private static final String SOURCE = "source";
    private static final String FORCE = "force";
    private static final String KIND = "kind";
    private static final String MODEL = "model";
    private static final String TOKEN = "token";
    private static final String TOKEN_ID = "token_id";
    private static final String ZERO = "zero";
    private static final String MODEL_TOKEN = "model_token";

    /** Adds the rule of a token to a choice. */
    VocabularyChoice read(String token, Node.Field field, VocabularyChoice choice) {
        if (token.isEmpty()) {
            problems.add(RecipeCode.RECIPE_INVALID_VALUE, field.key(), "A token is empty");
            return choice;
        }
        if (field.value() instanceof Node.Nothing) {
            return choice.withToken(token, new TokenRule(Optional.empty(), false));
        }
        return Mapping.of(field.value(), token, problems)
                .map(mapping -> choice.withToken(token, rule(mapping)))
                .orElse(choice);
    }

    private TokenRule rule(Mapping mapping) {
        mapping.allow(List.of(SOURCE, FORCE));
        return new TokenRule(mapping.find(SOURCE).flatMap(this::source), mapping.flag(FORCE));
    }

    private Optional<TokenRule.Source> source(Node node) {
        if (node instanceof Node.Fields fields && fields.fields().containsKey(KIND)) {
            Mapping mapping = new Mapping(fields, problems);
            return mapping.scalar(KIND).flatMap(kind -> ofKind(kind, mapping));
        }
        return references
                .readWithTokens(node, SOURCE)
                .map(from -> new TokenRule.SameToken(from.model()));
    }

    private Optional<TokenRule.Source> ofKind(Node.Scalar kind, Mapping mapping) {
        switch (kind.text()) {
            case ZERO -> {
                mapping.allow(List.of(KIND));
                return Optional.of(new TokenRule.Zero());
            }
            case MODEL_TOKEN -> {
                return ofToken(mapping.allow(List.of(KIND, MODEL, TOKEN, TOKEN_ID)));
            }
            default -> {
                problems.add(
                        RecipeCode.RECIPE_INVALID_VALUE,
                        kind.place(),
                        "'%s' must be %s or %s, but was '%s'"
                                .formatted(KIND, ZERO, MODEL_TOKEN, kind.text()));
                return Optional.empty();
            }
        }
    }

    private Optional<TokenRule.Source> ofToken(Mapping mapping) {
        Optional<Reference> from =
                mapping.require(MODEL).flatMap(node -> references.readWithTokens(node, MODEL));
        Optional<String> token = mapping.scalar(TOKEN).map(Node.Scalar::text);
        Optional<Integer> row = mapping.whole(TOKEN_ID, 0);
        boolean isRow = mapping.find(TOKEN_ID).isPresent();
        if (token.isPresent() == isRow) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    mapping.node().place(),
                    "Expected either '%s' or '%s', got %s"
                            .formatted(TOKEN, TOKEN_ID, isRow ? "both" : "neither"));
            return Optional.empty();
        }
        return from.map(Reference::model)
                .flatMap(
                        model ->
                                token.<TokenRule.Source>map(
                                                text -> new TokenRule.OtherToken(model, text))
                                        .or(() -> row.map(one -> new TokenRule.Row(model, one))));
    }
}
