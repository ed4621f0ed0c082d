package io.terge.hf.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;
import io.terge.files.FileCompanion;
import io.terge.spi.format.Companion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class AppendedTokensTest {

    private static final AddedToken FLAGGED =
            new AddedToken(2, "<|x \"y\" ü|>", true, false, true, false, true);
    private static final AddedToken PLAIN = AddedToken.plain(3, "z");
    private static final AppendedTokens APPENDED = new AppendedTokens(List.of(FLAGGED, PLAIN));

    @TempDir private Path folder;

    @Test
    void followTheAddedTokensOfATokenizer() throws IOException {
        String text =
                """
                {"version": "1.0", "größe": [1e-05, {"added_tokens": []}],
                 "added_tokens": [{"id": 0, "content": "a]"}],
                 "model": {"vocab": {"a]": 0, "b": 1}}}
                """;
        Companion edited = APPENDED.in(file("tokenizer.json", text));
        assertThat(text(edited)).startsWith(text.substring(0, text.indexOf("}],\n \"model\"") + 1));
        assertThat(text(edited)).endsWith(text.substring(text.indexOf("],\n \"model\"")));
        TokenList list = TokenList.read(edited);
        assertThat(list.ids()).isEqualTo(Map.of("a]", 0, "b", 1, FLAGGED.content(), 2, "z", 3));
        assertThat(list.added().subList(1, 3)).containsExactly(FLAGGED, PLAIN);
        assertThat(edited.path()).isEmpty();
    }

    @Test
    void areTheFirstOnes() throws IOException {
        for (String text :
                List.of(
                        "{\"added_tokens\": [ ], \"model\": {\"vocab\": {}}}",
                        "{\"model\": {\"vocab\": {}}}",
                        "{}")) {
            TokenList list = TokenList.read(APPENDED.in(file("tokenizer.json", text)));
            assertThat(list.added()).as(text).containsExactly(FLAGGED, PLAIN);
        }
    }

    @Test
    void areInTheDecoderOfAConfiguration() throws IOException {
        Companion config =
                file(
                        "tokenizer_config.json",
                        "{\"added_tokens_decoder\": {\"0\": {\"content\": \"a\"}}, \"x\": 1}");
        assertThat(text(APPENDED.in(config)))
                .isEqualTo(
                        """
                        {"added_tokens_decoder": {"0": {"content": "a"},
                            "2":{"content":"<|x \\"y\\" ü|>","single_word":true,"lstrip":false,"rstrip":true,"normalized":false,"special":true},
                            "3":{"content":"z","single_word":false,"lstrip":false,"rstrip":false,"normalized":true,"special":false}
                          }, "x": 1}\
                        """);
        Companion without = file("tokenizer_config.json", "{\"x\": 1}");
        assertThat(text(APPENDED.in(without))).isEqualTo("{\"x\": 1}");
    }

    @Test
    void areInAMap() throws IOException {
        assertThat(text(APPENDED.in(file("added_tokens.json", "{\"a\": 1}"))))
                .isEqualTo("{\"a\": 1,\n    \"<|x \\\"y\\\" ü|>\":2,\n    \"z\":3\n  }");
    }

    @Test
    void otherFilesStay() throws IOException {
        Companion other = file("vocab.txt", "a");
        assertThat(APPENDED.in(other)).isSameAs(other);
    }

    @Test
    void aFileIsOfUtf8() throws IOException {
        Charset wide = StandardCharsets.UTF_16LE;
        Path path = folder.resolve("tokenizer.json");
        Files.write(path, "{\"added_tokens\": []}".getBytes(wide));
        Companion edited = APPENDED.in(new FileCompanion("tokenizer.json", path));
        assertThatThrownBy(edited::open)
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("'tokenizer.json' is not a valid list of tokens")
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void aByteOrderMarkDoesNotMoveThePlace() throws IOException {
        Companion marked = file("tokenizer.json", "\uFEFF{\"added_tokens\": [], \"a\": 1}");
        assertThat(text(APPENDED.in(marked)))
                .startsWith("\uFEFF{\"added_tokens\": [\n    {\"id\":2");
    }

    @Test
    void malformedFilesAreNamed() throws IOException {
        Companion edited = APPENDED.in(file("added_tokens.json", "{\"a\": "));
        assertThatThrownBy(edited::open)
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("'added_tokens.json' is not a valid list of tokens");
    }

    private Companion file(String name, String text) throws IOException {
        return new FileCompanion(name, Files.writeString(folder.resolve(name), text));
    }

    private static String text(Companion file) throws IOException {
        try (InputStream stream = file.open()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
