package io.terge.hf.tokenizer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;
import io.terge.spi.format.Companion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

class MalformedJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{`model`: {`vocab`: {`a`|it is incomplete",
                "hello|it is not valid JSON: Unrecognized token 'hello' (line 1, column",
                "[1]|it is not an object (line 1, column 1)",
                "{`model`: `BPE`}|'model' is not an object (line 1, column 11)",
                "{`model`: {`vocab`: 1}}|'vocab' is neither an object nor a list (line 1, column"
                        + " 21)",
                "{`model`: {`vocab`: {~`b`: `1`}}}|the ID of the token 'b' is not a whole number"
                        + " from 0 to 2147483647 (line 2, column 6)",
                "{`model`: {`vocab`: {`b`: 1.5}}}|the ID of the token 'b' is not a whole number",
                "{`model`: {`vocab`: {`b`: -1}}}|the ID of the token 'b' is not a whole number",
                "{`model`: {`vocab`: {`b`: 99999999999}}}|the ID of the token 'b' is not a whole"
                        + " number",
                "{`model`: {`vocab`: [`b`]}}|an element of 'vocab' is not a token with its score",
                "{`added_tokens`: `x`}|'added_tokens' is not a list",
                "{`added_tokens`: [5]}|an element of 'added_tokens' is not an object",
                "{`added_tokens`: [{`content`: `x`}]}|the added token 'x' has no 'id' that is a"
                        + " whole number",
                "{} {|unexpected data after the end (line 1, column 4)"
            })
    void sayWhatIsWrongAndWhere(String json, String why) {
        String text = json.replace('`', '"').replace('~', '\n');
        rejects(text.getBytes(StandardCharsets.UTF_8), why);
    }

    @Test
    void anEmptyFileIsNoObject() {
        rejects(new byte[0], "it is not an object");
    }

    @Test
    void limitsOfTheParserAreNotItsNames() {
        rejects(
                ("{\"x\":" + "[".repeat(2000)).getBytes(StandardCharsets.UTF_8),
                "it has a string that is too long, or values that are nested too deeply");
    }

    @Test
    void onlyUtf8IsRead() {
        String json = "{\"model\": {\"vocab\": {\"\u00e9\": 0}}}";
        rejects(json.getBytes(StandardCharsets.ISO_8859_1), "it is not UTF-8");
        rejects(json.getBytes(StandardCharsets.UTF_16), "it is not UTF-8");
    }

    @Test
    void whatCannotBeReadIsNotMalformed() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("broken disk");
                    }
                };
        assertThatThrownBy(() -> TokenList.read(file(broken)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("broken disk");
    }

    private static void rejects(byte[] json, String why) {
        assertThatThrownBy(() -> TokenList.read(file(new ByteArrayInputStream(json))))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("'tokenizer.json' is not a valid list of tokens: " + why)
                .hasMessageContaining("fix: download or save the tokenizer again")
                .hasMessageNotContainingAny("Stream", "Source", "Exception", "START_", "VALUE_");
    }

    private static Companion file(InputStream contents) {
        return new Companion() {
            @Override
            public String name() {
                return "tokenizer.json";
            }

            @Override
            public InputStream open() {
                return contents;
            }
        };
    }
}
