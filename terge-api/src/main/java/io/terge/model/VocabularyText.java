package io.terge.model;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tokens of a merge as settings.
 *
 * @param settings the settings by name; others are ignored
 */
record VocabularyText(SortedMap<String, String> settings) {

    static final String BASE = "vocabulary-base";
    static final String ROWS = "rows";

    private static final String POLICY = "vocabulary";
    private static final String MODELS = "vocabulary-models";
    private static final String OTHERS = "vocabulary-others";
    private static final String TOKENS = "vocabulary-tokens";
    private static final String MULTIPLE = "vocabulary-multiple";
    private static final String DIGESTS = "vocabulary-digests";

    static final List<String> NAMES =
            List.of(POLICY, MODELS, OTHERS, BASE, TOKENS, MULTIPLE, DIGESTS);

    private static final String EXPECTED_MODELS = "all models of the merge, separated by commas";
    private static final String EXPECTED_TOKENS =
            "rules TOKEN=RULE, separated by commas, such as <pad>=zero or <pad>=!1=<unk>";
    private static final String ZERO = "zero";
    private static final String FORCED = "!";

    // Before a location that would be read as a path.
    private static final String LOCATION = "=";

    static VocabularyText of(MergedVocabulary vocabulary) {
        SortedMap<String, String> texts = new TreeMap<>();
        VocabularyChoice choice = vocabulary.choice();
        List<ModelReference> all = vocabulary.all();
        texts.put(POLICY, policy(choice.policy(), all));
        texts.put(MODELS, list(vocabulary.models()));
        vocabulary.base().ifPresent(base -> texts.put(BASE, Integer.toString(base)));
        if (!vocabulary.others().isEmpty()) {
            texts.put(OTHERS, list(vocabulary.others()));
        }
        if (!choice.tokens().isEmpty()) {
            texts.put(
                    TOKENS,
                    choice.tokens().entrySet().stream()
                            .map(rule -> escaped(rule.getKey()) + "=" + rule(rule.getValue(), all))
                            .collect(Collectors.joining(",")));
        }
        choice.multiple().ifPresent(of -> texts.put(MULTIPLE, Integer.toString(of)));
        if (!vocabulary.digests().isEmpty()) {
            texts.put(DIGESTS, String.join(",", vocabulary.digests()));
        }
        return new VocabularyText(texts);
    }

    private static String policy(VocabularyPolicy policy, List<ModelReference> all) {
        return switch (policy) {
            case VocabularyPolicy.Union union -> "union";
            case VocabularyPolicy.Intersection intersection -> "intersection";
            case VocabularyPolicy.Base base -> "base";
            case VocabularyPolicy.Rows rows -> ROWS;
            case VocabularyPolicy.OfModel(ModelReference model) ->
                    Integer.toString(all.indexOf(model));
        };
    }

    private static String list(List<ModelReference> models) {
        return models.stream().map(VocabularyText::reference).collect(Collectors.joining(","));
    }

    private static String reference(ModelReference model) {
        String text = model.describe();
        boolean isLikePath =
                model instanceof ModelReference.Location && !ModelReference.at(text).equals(model);
        return (isLikePath ? LOCATION : "") + escaped(text);
    }

    private static String rule(TokenRule rule, List<ModelReference> all) {
        String source =
                rule.source()
                        .map(
                                from ->
                                        switch (from) {
                                            case TokenRule.Zero zero -> ZERO;
                                            case TokenRule.SameToken(ModelReference model) ->
                                                    "" + all.indexOf(model);
                                            case TokenRule.OtherToken(var model, String token) ->
                                                    all.indexOf(model) + "=" + escaped(token);
                                            case TokenRule.Row(ModelReference model, int row) ->
                                                    all.indexOf(model) + ":" + row;
                                        })
                        .orElse("");
        return (rule.forced() ? FORCED : "") + source;
    }

    private static String escaped(String text) {
        String escaped = text.replace("%", "%25").replace(",", "%2C").replace("=", "%3D");
        return escaped.replace("://", "%3A//"); // It would make the reference a location.
    }

    private static String unescaped(String text) {
        String others = text.replace("%3A", ":").replace("%3D", "=").replace("%2C", ",");
        return others.replace("%25", "%");
    }

    MergedVocabulary read() {
        List<ModelReference> models = models(MODELS, text(MODELS));
        List<ModelReference> all = new ArrayList<>(models);
        if (settings.containsKey(OTHERS)) {
            all.addAll(models(OTHERS, text(OTHERS)));
        }
        return new MergedVocabulary(
                new VocabularyChoice(policy(all), tokens(all), multiple()),
                models,
                number(BASE, 0, "an index"),
                settings.containsKey(DIGESTS) ? List.of(text(DIGESTS).split(",", -1)) : List.of());
    }

    private OptionalInt multiple() {
        String expected = "a whole number from 1 to " + VocabularyChoice.MOST_ROWS;
        OptionalInt multiple = number(MULTIPLE, 1, expected);
        if (multiple.isPresent() && multiple.getAsInt() > VocabularyChoice.MOST_ROWS) {
            throw invalid(MULTIPLE, text(MULTIPLE), expected);
        }
        return multiple;
    }

    private String text(String name) {
        return settings.getOrDefault(name, "");
    }

    private VocabularyPolicy policy(List<ModelReference> all) {
        String text = text(POLICY);
        return VocabularyPolicy.named(text)
                .or(() -> model(text, all).map(VocabularyPolicy.OfModel::new))
                .orElseThrow(() -> noPolicy(text, all.size() - 1));
    }

    static TergeException noPolicy(String text, int last) {
        return invalid(
                POLICY,
                text,
                "union, intersection, base, or the index of a model, at most " + last);
    }

    private static Optional<ModelReference> model(String index, List<ModelReference> all) {
        return Optional.of(index)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .filter(number -> number < all.size())
                .map(all::get);
    }

    private static List<ModelReference> models(String name, String text) {
        return Stream.of(text.split(",", -1)).map(each -> reference(name, each)).toList();
    }

    private static ModelReference reference(String name, String text) {
        try {
            return text.startsWith(LOCATION)
                    ? new ModelReference.Location(unescaped(text.substring(LOCATION.length())))
                    : ModelReference.at(unescaped(text));
        } catch (IllegalArgumentException malformed) {
            throw invalid(name, text, EXPECTED_MODELS);
        }
    }

    private SequencedMap<String, TokenRule> tokens(List<ModelReference> all) {
        SequencedMap<String, TokenRule> rules = new LinkedHashMap<>();
        if (settings.containsKey(TOKENS)) {
            for (String each : text(TOKENS).split(",", -1)) {
                Map.Entry<String, TokenRule> rule =
                        rule(each, all).orElseThrow(() -> invalid(TOKENS, each, EXPECTED_TOKENS));
                rules.put(rule.getKey(), rule.getValue());
            }
        }
        return rules;
    }

    private static Optional<Map.Entry<String, TokenRule>> rule(
            String text, List<ModelReference> all) {
        String[] parts = text.split("=", -1);
        if (parts.length < 2 || parts.length > 3 || parts[0].isEmpty()) {
            return Optional.empty();
        }
        boolean isForced = parts[1].startsWith(FORCED);
        String source = isForced ? parts[1].substring(1) : parts[1];
        String token = unescaped(parts[0]);
        if (source.isEmpty() && parts.length == 2) {
            return Optional.of(Map.entry(token, new TokenRule(Optional.empty(), isForced)));
        }
        Optional<TokenRule.Source> from =
                parts.length == 3
                        ? model(source, all)
                                .map(m -> new TokenRule.OtherToken(m, unescaped(parts[2])))
                        : source(source, all);
        return from.map(one -> Map.entry(token, new TokenRule(Optional.of(one), isForced)));
    }

    private static Optional<TokenRule.Source> source(String text, List<ModelReference> all) {
        if (text.equals(ZERO)) {
            return Optional.of(new TokenRule.Zero());
        }
        int colon = text.indexOf(':');
        if (colon < 0) {
            return model(text, all).map(TokenRule.SameToken::new);
        }
        String row = text.substring(colon + 1);
        return row.matches("[0-9]{1,9}")
                ? model(text.substring(0, colon), all)
                        .map(model -> new TokenRule.Row(model, Integer.parseInt(row)))
                : Optional.empty();
    }

    private OptionalInt number(String name, int least, String expected) {
        String text = text(name);
        if (!settings.containsKey(name)) {
            return OptionalInt.empty();
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least) {
            throw invalid(name, text, expected);
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    static TergeException invalid(String name, String text, String expected) {
        return new TergeException(
                Problem.of(
                                TergeCode.INVALID_SETTING,
                                "Setting '%s' must be %s, but was '%s'"
                                        .formatted(name, expected, text))
                        .fix("correct the setting"));
    }
}
