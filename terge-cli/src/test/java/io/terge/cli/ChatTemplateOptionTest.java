package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ChatTemplateOptionTest {

    @TempDir private Path folder;

    private Path first = Path.of("");
    private Path second = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        first = folder.resolve("first");
        second = folder.resolve("second");
        out = folder.resolve("out");
        new DenseModels("llama", 3).write(first, 0);
        new DenseModels("llama", 3).write(second, 100);
    }

    @Test
    void aRecipeSetsTheChatTemplateOfItsOutput() throws IOException {
        Path recipe = folder.resolve("recipe.yml");
        Files.writeString(first.resolve("tokenizer_config.json"), "{}");
        Files.writeString(
                recipe,
                """
                models: [first, second]
                output: {chat_template: '{{ m }}'}
                """);

        assertThat(CliRun.of("merge", recipe, "--out", out).err()).isEmpty();
        assertThat(out.resolve("tokenizer_config.json"))
                .hasContent("{\n  \"chat_template\": \"{{ m }}\"\n}");
        assertThat(CliRun.of("merge", recipe, "--in-place").err())
                .contains("--in-place keeps the chat template of the base");
    }

    @Test
    void anOptionSetsTheChatTemplateAndARecipeKeepsIt() throws IOException {
        Files.writeString(first.resolve("tokenizer_config.json"), "{}");
        Path recipe = folder.resolve("recipe.yml");
        Path template = folder.resolve("mine.jinja");
        Files.writeString(template, "{{ mine }}\n");

        assertThat(
                        CliRun.of(
                                        "merge",
                                        first,
                                        second,
                                        "--out",
                                        out,
                                        "--chat-template",
                                        "chatml",
                                        "--save-recipe",
                                        recipe)
                                .err())
                .isEmpty();
        assertThat(out.resolve("tokenizer_config.json")).content().contains("<|im_start|>");
        assertThat(recipe).content().contains("output: {chat_template: chatml}");
        assertThat(CliRun.of("merge", recipe, "--out", out, "--overwrite").err()).isEmpty();
        assertThat(out.resolve("tokenizer_config.json")).content().contains("<|im_start|>");

        assertThat(
                        CliRun.of(
                                        "merge",
                                        recipe,
                                        "--out",
                                        out,
                                        "--overwrite",
                                        "--chat-template",
                                        template)
                                .err())
                .isEmpty();
        assertThat(out.resolve("tokenizer_config.json"))
                .hasContent("{\n  \"chat_template\": \"{{ mine }}\"\n}");
    }

    @Test
    void tokensThatTheTokenizerLacksAreNamed() throws IOException {
        Files.writeString(first.resolve("tokenizer_config.json"), "{}");
        Files.writeString(
                first.resolve("tokenizer.json"),
                """
                {"added_tokens": [], "model": {"type": "BPE", "vocab": {"<|im_end|>": 0}}}
                """);
        assertThat(
                        CliRun.of("merge", first, second, "--out", out, "--chat-template", "chatml")
                                .err())
                .contains(
                        "[TEMPLATE_TOKENS_MISSING] The tokenizer has no tokens that the chat"
                                + " template chatml writes: '<|im_start|>'\n");
        Path mine = Files.writeString(folder.resolve("mine.jinja"), "<|im_end|>{{ a }}<|turn|>");
        assertThat(
                        CliRun.of(
                                        "merge",
                                        first,
                                        second,
                                        "--out",
                                        out,
                                        "--overwrite",
                                        "--chat-template",
                                        mine)
                                .err())
                .contains(" that the chat template writes: '<|turn|>'\n");
    }

    @Test
    void whatIsNoChatTemplateIsRejected() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.txt"), "hello");
        assertThat(
                        CliRun.of("merge", first, second, "--out", out, "--chat-template", "hello")
                                .err())
                .startsWith(
                        """
                        error: --chat-template: expected one of auto, alpaca, chatml, exaone, \
                        llama3, mistral, a Jinja template, or a file that has one, got 'hello'
                        """);
        assertThat(CliRun.of("merge", first, second, "--out", out, "--chat-template", plain).err())
                .startsWith(
                        "error: --chat-template: %s is not a Jinja template: it has no {{ or {%%"
                                .formatted(plain));
        Path open = Files.writeString(folder.resolve("open.jinja"), "\n{% for m in n %}{{ m }}");
        assertThat(CliRun.of("merge", first, second, "--out", out, "--chat-template", open).err())
                .startsWith(
                        "error: --chat-template: %s is not a valid Jinja template: line 1: {%% for %%} is not closed"
                                .formatted(open));
        assertThat(CliRun.of("merge", first, "--in-place", "--chat-template", "chatml").err())
                .contains("--in-place keeps the chat template of the base");
        assertThat(out).doesNotExist();
    }
}
