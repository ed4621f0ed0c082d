package io.terge.hf.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.hf.vocabulary.TokenizerTexts;
import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;
import io.terge.spi.format.MergeSummary;
import io.terge.spi.format.ModelBlueprint;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class TemplateChoiceTest {

    private static final String NEW = "{{ new }}";
    private static final ModelReference TARGET =
            ModelReference.at("out").with(TemplateChoice.SETTING, NEW);
    private static final ModelReference AUTO =
            ModelReference.at("out").with(TemplateChoice.SETTING, "auto");

    @Test
    void theTemplateIsWrittenWhereTheBaseHasOne() throws IOException {
        Companion file = file("chat_template.jinja", "{{ old }}");
        Companion bare = file("tokenizer_config.json", "{\"bos_token\": \"<s>\"}");
        Companion full = file("tokenizer_config.json", "{\"chat_template\": [{\"name\": \"a\"}]}");
        assertThat(edited(file, List.of(file, bare))).contains(NEW);
        assertThat(edited(bare, List.of(file, bare))).isEmpty();
        assertThat(edited(full, List.of(file, full)))
                .contains("{\n  \"chat_template\": \"{{ new }}\"\n}\n");
        assertThat(edited(bare, List.of(bare)))
                .contains("{\n  \"bos_token\": \"<s>\",\n  \"chat_template\": \"{{ new }}\"\n}\n");
        assertThat(edited(file("README.md", "x"), List.of(bare))).isEmpty();
    }

    @Test
    void aBaseWithoutATokenizerHasNoPlaceForIt() {
        assertThatThrownBy(() -> edited(file("config.json", "{}"), List.of()))
                .hasMessageContaining("TEMPLATE_NOT_WRITTEN")
                .hasMessageContaining("fix: ");
    }

    @Test
    void aBuiltInTemplateIsWrittenByItsName() throws IOException {
        Companion bare = file("tokenizer_config.json", "{}");
        ModelReference target = ModelReference.at("out").with(TemplateChoice.SETTING, "chatml");
        TemplateChoice choice =
                TemplateChoice.of(target, ModelBlueprint.of(List.of()), List.of(bare));
        assertThat(choice.text()).hasValueSatisfying(text -> assertThat(text).contains("im_end"));
    }

    @Test
    void theMostCommonTemplateOfTheModelsIsFound() throws IOException {
        List<Companion> first = List.of(file("chat_template.jinja", "{{ one }}"));
        List<Companion> second =
                List.of(file("tokenizer_config.json", "{\"chat_template\": \" {{ two }}\\n\"}"));
        List<Companion> third =
                List.of(
                        file(
                                "tokenizer_config.json",
                                """
                                {"chat_template": [{"name": "tool", "template": "{{ one }}"},
                                  {"name": "default", "template": "{{ two }}"}]}
                                """));
        assertThat(mostCommon(first, second, third)).contains("{{ two }}");
        assertThat(mostCommon(second, first)).contains("{{ two }}");
        assertThat(mostCommon(first, second)).contains("{{ one }}");
        assertThat(mostCommon(List.of())).isEmpty();
    }

    @Test
    void aTextThatIsNoTemplateIsRefused() {
        TemplateChoice.check(TARGET);
        TemplateChoice.check(AUTO);
        TemplateChoice.check(ModelReference.at("out"));
        assertThatThrownBy(
                        () ->
                                TemplateChoice.check(
                                        ModelReference.at("out")
                                                .with(TemplateChoice.SETTING, "chat_ml")))
                .hasMessageContaining("Chat template 'chat_ml' has no {{ or {%")
                .hasMessageContaining("use a Jinja template, or one of: auto, alpaca, chatml");
    }

    @SafeVarargs
    private static Optional<String> mostCommon(List<Companion>... models) throws IOException {
        List<MergeSummary.Model> all = new ArrayList<>();
        for (List<Companion> files : models) {
            all.add(new MergeSummary.Model(ModelReference.at("m"), all.isEmpty(), files));
        }
        ModelBlueprint blueprint =
                ModelBlueprint.of(List.of())
                        .withSummary(Optional.of(new MergeSummary(all, List.of(), 0)));
        return TemplateChoice.of(AUTO, blueprint, List.of(file("tokenizer_config.json", "{}")))
                .text();
    }

    private static Optional<String> edited(Companion file, List<Companion> files)
            throws IOException {
        return TemplateChoice.of(TARGET, ModelBlueprint.of(List.of()), files)
                .edited(file)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static Companion file(String name, String text) {
        return TokenizerTexts.companion(name, text);
    }
}
