package io.terge.recipes.own;

import io.terge.api.Vocabularies;
import io.terge.model.ModelReference;
import io.terge.model.TokenRule;
import io.terge.model.VocabularyChoice;
import io.terge.model.VocabularyPolicy;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Writes which tokens an output has.
 *
 * @param models the models and the base of the merge
 * @param names the names of the models
 * @param texts how models are named
 */
record VocabularyText(Vocabularies models, ModelNames names, ModelTexts texts) {

    YamlText of(VocabularyChoice choice) {
        YamlText source =
                switch (choice.policy()) {
                    case VocabularyPolicy.Union union -> YamlText.text("union");
                    case VocabularyPolicy.Intersection common -> YamlText.text("intersection");
                    case VocabularyPolicy.Base base -> YamlText.text(ModelNames.BASE);
                    case VocabularyPolicy.Rows rows -> YamlText.text("rows");
                    case VocabularyPolicy.OfModel(ModelReference model) -> model(model, true);
                };
        if (choice.tokens().isEmpty() && choice.multiple().isEmpty()) {
            return source;
        }
        SequencedMap<String, YamlText> fields = new LinkedHashMap<>();
        fields.put(VocabularyReader.SOURCE, source);
        if (!choice.tokens().isEmpty()) {
            SequencedMap<String, YamlText> tokens = new LinkedHashMap<>();
            choice.tokens().forEach((token, rule) -> tokens.put(token, rule(rule)));
            fields.put(VocabularyReader.TOKENS, new YamlText.Fields(tokens, true));
        }
        choice.multiple()
                .ifPresent(
                        of ->
                                fields.put(
                                        VocabularyReader.PADDING,
                                        YamlText.value(Integer.toString(of))));
        return new YamlText.Fields(fields, true);
    }

    private YamlText rule(TokenRule rule) {
        Optional<YamlText> from = rule.source().map(this::from);
        boolean isWhole =
                rule.source()
                        .filter(
                                source ->
                                        source instanceof TokenRule.Zero
                                                || source instanceof TokenRule.SameToken)
                        .isPresent();
        if (isWhole && !rule.forced()) {
            return from.orElseThrow();
        }
        SequencedMap<String, YamlText> fields = new LinkedHashMap<>();
        from.ifPresent(text -> fields.put(VocabularyReader.FROM, text));
        rule.source()
                .ifPresent(
                        source -> {
                            if (source instanceof TokenRule.OtherToken(var model, String token)) {
                                fields.put(VocabularyReader.TOKEN, YamlText.text(token));
                            }
                            if (source instanceof TokenRule.Row(var model, int row)) {
                                fields.put(
                                        VocabularyReader.ROW,
                                        YamlText.value(Integer.toString(row)));
                            }
                        });
        if (rule.forced()) {
            fields.put(VocabularyReader.FORCE, YamlText.value("true"));
        }
        return new YamlText.Fields(fields, true);
    }

    private YamlText from(TokenRule.Source source) {
        return source.model()
                .map(model -> model(model, false))
                .orElse(YamlText.text(VocabularyReader.ZERO));
    }

    // A name that means something else is written as an index.
    private YamlText model(ModelReference model, boolean isPolicy) {
        int index = models.models().indexOf(model);
        if (index >= 0) {
            String name = names.nameOf(index);
            boolean isTaken =
                    isPolicy
                            ? VocabularyPolicy.named(name).isPresent()
                            : name.equals(VocabularyReader.ZERO);
            return isTaken || Character.isDigit(name.charAt(0))
                    ? YamlText.value(Integer.toString(index))
                    : YamlText.text(name);
        }
        String path = texts.of(model);
        boolean isClear = path.contains("/") || path.startsWith(ModelReader.STAGE);
        return YamlText.text(isClear ? path : "./" + path);
    }
}
