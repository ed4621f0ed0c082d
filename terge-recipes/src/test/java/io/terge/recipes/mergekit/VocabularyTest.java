package io.terge.recipes.mergekit;

import static io.terge.recipes.mergekit.Expected.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeRequest;
import io.terge.api.Vocabularies;
import io.terge.model.TokenRule;
import io.terge.model.VocabularyChoice;
import io.terge.model.VocabularyPolicy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class VocabularyTest {

    private static final String RECIPE =
            """
            merge_method: linear
            models:
              - {model: o/a, parameters: {weight: 1}}
              - {model: o/b, parameters: {weight: 1}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tokenizer_source: union | union",
                "tokenizer_source: base | base",
                "tokenizer_source: o/b | o/b",
                "tokenizer_source: {model: {path: o/b, revision: x}} | o/b@x",
                "tokenizer: {} | union",
                "tokenizer: {source: base, tokens: {}} | base",
                "tokenizer: {source: o/c} | o/c"
            })
    void theTokensAreThoseOfTheSource(String line, String source) {
        VocabularyPolicy policy =
                VocabularyPolicy.named(source)
                        .orElseGet(() -> new VocabularyPolicy.OfModel(model(source)));
        Reading reading = Reading.of(RECIPE + line).hasNotes();
        assertThat(Vocabularies.of(reading.request()).choice())
                .contains(VocabularyChoice.of(policy));
        assertThat(reading.stages().getFirst().models()).contains(model("o/a"), model("o/b"));
    }

    @Test
    void withoutATokenizerRowsAreMergedAsTheyAre() {
        MergeRequest request = Reading.of(RECIPE).request();
        assertThat(request.isRowByRow()).isTrue();
        assertThat(request.models()).containsExactly(model("o/a"), model("o/b"));
        assertThat(Reading.of(RECIPE + "tokenizer_source: base").request().isRowByRow()).isFalse();
    }

    @Test
    void tokensHaveRowsOfTheirOwn() {
        VocabularyChoice choice =
                VocabularyChoice.of(new VocabularyPolicy.Union())
                        .withToken("<a>", rule(new TokenRule.SameToken(model("o/c")), false))
                        .withToken("<b>", rule(new TokenRule.Zero(), true))
                        .withToken("<c>", rule(new TokenRule.OtherToken(model("o/a"), "x"), false))
                        .withToken("<d>", rule(new TokenRule.Row(model("o/b"), 12), true))
                        .withToken("<e>", new TokenRule(Optional.empty(), false))
                        .withToken("<f>", new TokenRule(Optional.empty(), true))
                        .withMultiple(64);
        Reading reading =
                Reading.of(
                        RECIPE
                                + """
                                tokenizer:
                                  source: union
                                  tokens:
                                    <a>: {source: o/c}
                                    <b>: {source: {kind: zero}, force: true}
                                    <c>: {source: {kind: model_token, model: o/a, token: x}}
                                    <d>:
                                      source: {kind: model_token, model: o/b, token_id: 12}
                                      force: yes
                                    <e>:
                                    <f>: {force: true}
                                  pad_to_multiple_of: 64
                                """);
        assertThat(Vocabularies.of(reading.request()).choice()).contains(choice);
    }

    @Test
    void aBaseThatIsApartHasTokensToo() {
        Reading reading =
                Reading.of(
                        """
                        merge_method: task_arithmetic
                        base_model: o/base
                        models: [{model: o/a, parameters: {weight: 1}}]
                        tokenizer_source: union
                        """);
        Vocabularies views = Vocabularies.of(reading.request());
        assertThat(views.choice()).contains(VocabularyChoice.of(new VocabularyPolicy.Union()));
        assertThat(views.named()).containsExactly(model("o/a"), model("o/base"));
        assertThat(views.baseModel().orElseThrow().settings())
                .containsEntry("vocabulary-base", "1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auto",
                "chatml",
                "alpaca",
                "llama3",
                "mistral",
                "exaone",
                "{{ messages }}",
                "{%\n%}"
            })
    void theChatTemplateIsASettingOfTheOutput(String template) {
        String quoted = '"' + template.replace("\n", "\\n") + '"';
        Reading reading = Reading.of(RECIPE + "chat_template: " + quoted);
        assertThat(reading.stages().getFirst().targetSettings())
                .containsEntry("chat-template", template);
    }

    private static TokenRule rule(TokenRule.Source source, boolean isForced) {
        return new TokenRule(Optional.of(source), isForced);
    }
}
