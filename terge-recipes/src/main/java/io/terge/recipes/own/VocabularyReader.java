package io.terge.recipes.own;

import io.terge.model.ModelReference;
import io.terge.model.TokenRule;
import io.terge.model.VocabularyChoice;
import io.terge.model.VocabularyPolicy;
import io.terge.recipes.RecipeCode;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code vocabulary}: which tokens the output has, and what their rows are made of.
 *
 * @param names the models
 * @param listed the references of the models
 * @param base the base
 * @param models reads other models
 * @param problems told of what is wrong
 */
record VocabularyReader(
        ModelNames names,
        List<ModelReference> listed,
        Optional<ModelReference> base,
        ModelReader models,
        Problems problems) {

    static final String VOCABULARY = "vocabulary";
    static final String SOURCE = "source";
    static final String TOKENS = "tokens";
    static final String PADDING = "pad_to_multiple_of";
    static final String FROM = "from";
    static final String TOKEN = "token";
    static final String ROW = "row";
    static final String FORCE = "force";
    static final String ZERO = "zero";

    /** The largest number of its length. */
    private static final int MOST = 999_999_999;

    private static final String EXPECTED =
            "union, intersection, base, rows, a model, or a mapping with 'source'";
    private static final String EXPECTED_RULE =
            "zero, a model, or a mapping with 'from', 'token', 'row' or 'force'";

    /** Reads it; nothing if it is wrong. */
    Optional<VocabularyChoice> read(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> policy(scalar, VOCABULARY).map(VocabularyChoice::of);
            case Node.Fields fields ->
                    Optional.of(choice(new Section(fields, VOCABULARY, problems)));
            default -> {
                problems.unexpected(node, VOCABULARY, EXPECTED);
                yield Optional.empty();
            }
        };
    }

    private VocabularyChoice choice(Section section) {
        VocabularyChoice choice =
                VocabularyChoice.of(
                        section.get(SOURCE, this::policy).orElseGet(VocabularyPolicy.Union::new));
        Optional<Integer> multiple =
                section.get(
                        PADDING, (node, what) -> whole(node, what, 1, VocabularyChoice.MOST_ROWS));
        Optional<Node.Fields> tokens =
                section.get(
                        TOKENS,
                        (node, what) ->
                                new Values(problems)
                                        .mapping(node, what, "a mapping from tokens to rows"));
        section.end();
        if (choice.policy() instanceof VocabularyPolicy.Rows) {
            if (tokens.isPresent() || multiple.isPresent()) {
                problems.add(
                        RecipeCode.RECIPE_INVALID_VALUE,
                        section.place(),
                        "'%s' and '%s' have no meaning where rows are merged as they are"
                                .formatted(TOKENS, PADDING),
                        "remove them, or choose another source");
            }
            return choice;
        }
        if (tokens.isPresent()) {
            for (Map.Entry<String, Node.Field> token : tokens.get().fields().entrySet()) {
                choice = with(token.getKey(), token.getValue(), choice);
            }
        }
        return multiple.map(choice::withMultiple).orElse(choice);
    }

    // Of two names, that of a model is the more specific one.
    private Optional<VocabularyPolicy> policy(Node node, String what) {
        Optional<String> text = new Values(problems).text(node, what);
        Optional<VocabularyPolicy> named = text.flatMap(VocabularyPolicy::named);
        return named.isPresent()
                ? named
                : text.flatMap(name -> model(node, name, what)).map(VocabularyPolicy.OfModel::new);
    }

    private VocabularyChoice with(String token, Node.Field field, VocabularyChoice choice) {
        if (token.isEmpty()) {
            problems.add(RecipeCode.RECIPE_INVALID_VALUE, field.key(), "A token is empty");
            return choice;
        }
        String what = VOCABULARY + "." + TOKENS + "." + token;
        return rule(field.value(), what).map(rule -> choice.withToken(token, rule)).orElse(choice);
    }

    private Optional<TokenRule> rule(Node node, String what) {
        return switch (node) {
            case Node.Scalar scalar ->
                    source(scalar, what).map(from -> new TokenRule(Optional.of(from), false));
            case Node.Fields fields -> Optional.of(rule(new Section(fields, what, problems)));
            default -> {
                problems.unexpected(node, what, EXPECTED_RULE);
                yield Optional.empty();
            }
        };
    }

    private TokenRule rule(Section section) {
        Values values = new Values(problems);
        Optional<TokenRule.Source> from = section.get(FROM, this::source);
        Optional<String> token = section.get(TOKEN, this::token);
        Optional<Integer> row = section.get(ROW, (node, what) -> whole(node, what, 0, MOST));
        boolean isForced = section.get(FORCE, values::flag).orElse(false);
        section.end();
        Optional<ModelReference> model = from.flatMap(TokenRule.Source::model);
        if (token.isPresent() && row.isPresent()
                || model.isEmpty() && (token.isPresent() || row.isPresent())) {
            problems.add(
                    RecipeCode.RECIPE_INVALID_VALUE,
                    section.place(),
                    "'token' and 'row' exclude each other, and require 'from'");
        }
        Optional<TokenRule.Source> other =
                model.flatMap(
                        one ->
                                token.<TokenRule.Source>map(
                                                text -> new TokenRule.OtherToken(one, text))
                                        .or(() -> row.map(index -> new TokenRule.Row(one, index))));
        return new TokenRule(other.or(() -> from), isForced);
    }

    // A token may be white space.
    private Optional<String> token(Node node, String what) {
        if (node instanceof Node.Scalar scalar && !scalar.text().isEmpty()) {
            return Optional.of(scalar.text());
        }
        problems.unexpected(node, what, "a token");
        return Optional.empty();
    }

    private Optional<TokenRule.Source> source(Node node, String what) {
        Optional<String> text = new Values(problems).text(node, what);
        return text.filter(ZERO::equals).isPresent()
                ? Optional.of(new TokenRule.Zero())
                : text.flatMap(name -> model(node, name, what)).map(TokenRule.SameToken::new);
    }

    /** A model of the merge by its name or index, the base, or another one by its path. */
    private Optional<ModelReference> model(Node node, String name, String what) {
        if (name.equals(ModelNames.BASE)) {
            return base;
        }
        Optional<ModelReference> own = names.index(name).map(listed::get);
        boolean isPath = name.contains("/") || name.startsWith(ModelReader.STAGE);
        if (own.isEmpty() && !isPath) {
            names.one(name, node.place(), problems); // Tells that there is no such model.
        }
        Optional<ModelReference> found =
                own.isPresent() || !isPath ? own : models.reference(node, what);
        Optional<String> stage = found.flatMap(ModelReference::stage);
        stage.ifPresent(
                of ->
                        problems.add(
                                RecipeCode.RECIPE_UNSUPPORTED,
                                node.place(),
                                "'%s' cannot be the stage '%s': tokens are read before it is done"
                                        .formatted(what, of),
                                "name the model whose tokenizer the stage has, such as its base"));
        return found.filter(_ -> stage.isEmpty());
    }

    private Optional<Integer> whole(Node node, String what, int least, int most) {
        Optional<Integer> number =
                node instanceof Node.Scalar(String text, boolean isQuoted, var _)
                                && !isQuoted
                                && text.matches("\\d{1,9}")
                                && Integer.parseInt(text) >= least
                                && Integer.parseInt(text) <= most
                        ? Optional.of(Integer.valueOf(text))
                        : Optional.empty();
        if (number.isEmpty()) {
            problems.unexpected(
                    node,
                    what,
                    most == MOST
                            ? "a whole number of %d or more".formatted(least)
                            : "a whole number from %d to %d".formatted(least, most));
        }
        return number;
    }
}
