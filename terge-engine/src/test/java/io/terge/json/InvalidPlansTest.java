package io.terge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

class InvalidPlansTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                        | expected an object, got nothing at line 1
                    [                         | expected an object, got a list at line 1, column 1
                    {                         | it ends too early at line 1
                    nonsense                  | Unrecognized token 'nonsense'
                    {"format": "zip"}         | expected the format "terge-plan", got "zip" at line 1, column 12
                    {"version": 2}            | expected version 1 of the format, got 2 at line 1, column 13
                    {"seed": 1, "seed": 2}    | Duplicate
                    {"seed": 1.5}             | expected a whole number, got 1.5 at line 1, column 10
                    {"seed": 9223372036854775808} | to 9223372036854775807, got 9223372036854775808 at line 1
                    {"base": -1}              | expected a whole number from 0 to 2147483647, got -1
                    {"memoryBytes": -1}       | expected a whole number from 0 to
                    {"color": "red"}          | unexpected field "color" at line 1, column 11
                    {"terge": null}           | expected a string, got null at line 1, column 11
                    {"format": "terge-plan"}  | field "version" is missing at line 1, column 24
                    {"models": [{"index": 0}]} | field "reference" is missing at line 1, column 24
                    {"models": [{"reference": ""}]} | The location of a model is empty at line 1, column 27
                    {"models": [{"reference": {}}]} | field "location" is missing
                    {"models": [{"reference": {"uri": "a b"}}]} | expected the URI of a file
                    {"models": [{"reference": {"uri": "http://a/b"}}]} | expected the URI of a file
                    {"plugins": [{"kind": "TOOL"}]} | expected one of [METHOD, ADAPTER, SELECTOR], got "TOOL"
                    {"output": {"overwrite": 1}} | expected true or false, got 1
                    {"output": {"dtype": ""}} | The name of a type is empty
                    {"output": {"shardSize": 0}} | expected a whole number from 1 to
                    {"parameters": [{"shape": [-1]}]} | expected a whole number from 0
                    {"parameters": [{"shape": [9223372036854775807, 2]}]} | exceeds 64 bits: [9223372036854775807, 2] at line 1, column 27
                    {"parameters": [{"from": {"weight": 1e999}}]} | expected a number within the range of a double, got 1e999
                    {"parameters": [{"from": {"weight": "NaN"}}]} | expected a number, got "NaN"
                    {"parameters": [{"from": {"rows": {"first": 1}}}]} | field "count" is missing
                    {"parameters": [{"from": {"rows": {"first": 1, "gather": []}}}]} | unexpected field "first" of listed rows
                    {"omissions": [{"cause": "LOST"}]} | expected one of [MISSING_IN_MODEL,
                    {"omissions": [{"effect": "LOST"}]} | expected one of [COPIED, DROPPED, RESCALED, LEFT_OUT], got "LOST"
                    {"omissions": [{"count": -1}]} | expected a whole number from 0
                    {"omissions": [{"cause": "EXCLUDED", "effect": "COPIED", "count": 0, "examples": []}]} | 0 examples of 0 parameters at line 1
                    {"omissions": [{"cause": "EXCLUDED", "effect": "COPIED", "count": 1, "examples": [{"name": "a"}, {"name": "b"}]}]} | 2 examples of 1 parameters at line 1
                    {"omissions": [{"cause": "NOT_IN_BASE", "effect": "DROPPED", "count": 1, "examples": [{"name": "a"}]}]} | NOT_IN_BASE needs a model at line 1
                    {"parameters": [{"passes": 0}]} | expected a whole number from 1 to 2147483647, got 0
                    """)
    void saysWhatWasExpectedAndWhere(String json, String what) {
        assertThatExceptionOfType(TergeException.class)
                .isThrownBy(() -> PlanJson.read(new StringReader(json)))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(TergeCode.INVALID_PLAN))
                .withMessageStartingWith("[INVALID_PLAN] The text is not a plan that can be run: ")
                .withMessageContaining(what)
                .withMessageContaining("at line 1")
                .withMessageEndingWith("fix: plan again and save the plan");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "base": 2              | "base": 3               | base 3 is out of range: there are 3 models
                    "index": 1             | "index": 0              | model 1 has another index
                    "model": 1             | "model": 3              | reads model 3, but there are 3 models
                    [1, 0]                 | [1, 2]                  | cannot be made from 'w' of model 1: Row 2 is out of range
                    [1, 0]                 | [1, 0, 1]               | cannot be made from 'w' of model 1: expected shape [2, 3], got [3, 3]
                    "first": 0             | "first": 9223372036854775807 | cannot be made from 'w' of model 2: Row 9223372036854775807 is out of range
                    "bytes": 12            | "bytes": 13             | expected 12 bytes, got 13 at line
                    "layer": 3             | "layer": 48             | is in layer 48 of
                    "decision": "tied"     | "decision": "merge"     | unexpected field "to" of decision "merge" at line
                    "decision": "tied"     | "decision": "lost"      | expected the decision "merge", "copy" or "tied", got "lost" at line
                    "to": "layers          | "to": "strata           | which is missing
                    "name": "head"         | "name": "ids"           | parameter 'ids' occurs twice
                    "shard": 1             | "shard": 2              | parameter 'ids' is in shard 2 of 2
                    "LEFT_OUT", "model": 1 | "LEFT_OUT", "model": 3  | an omission is of model 3, but there are 3 models
                    "OTHER_SHAPE", "effect": "LEFT_OUT", "model": 1 | "OTHER_SHAPE", "effect": "LEFT_OUT" | OTHER_SHAPE needs a model at line
                    "layer": 3,            | ``                      | unexpected field "layers"
                    """)
    void saysWhatDoesNotFitTogether(String sound, String broken, String what) throws IOException {
        String text = PlanJsonTest.text(PlanJsonTest.plan());
        assertThat(text).contains(sound);
        String changed = text.replace(sound, broken == null ? "" : broken);
        assertThatThrownBy(() -> PlanJson.read(new StringReader(changed)))
                .isInstanceOf(TergeException.class)
                .hasMessageContaining("[INVALID_PLAN] ")
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"seed\": \"\\u009b2J\"}", "{\"seed\": n\u009b2J}"})
    void showsWhatIsInTheDocumentSafely(String json) {
        assertThatThrownBy(() -> PlanJson.read(new StringReader(json)))
                .hasMessageContaining("?2J")
                .message()
                .doesNotContain("\u009b");
    }

    @Test
    void saysWhatIsBehindTheEnd() throws IOException {
        String text = PlanJsonTest.text(PlanJsonTest.plan());
        long lines = text.lines().count();
        assertThatThrownBy(() -> PlanJson.read(new StringReader(text + " {}")))
                .hasMessageContaining(
                        "unexpected data after the end at line %d, column 2".formatted(lines + 1));
    }

    @Test
    void namesTheFile() throws IOException {
        Path file = Files.write(folder.resolve("plan.json"), new byte[] {'{', '"', (byte) 0xff});
        assertThatThrownBy(() -> PlanJson.read(file))
                .hasMessageContaining(
                        "[INVALID_PLAN] %s is not a plan that can be run: it is not UTF-8 text"
                                .formatted(file));
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> PlanJson.read(file))
                .hasMessageContaining(
                        "[INVALID_PLAN] %s is not a plan that can be run: field \"format\" is missing"
                                .formatted(file));
    }

    @Test
    void leavesFailuresToReadAsTheyAre() {
        IOException failure = new IOException("bad sector");
        Reader broken =
                new Reader() {
                    @Override
                    public int read(char[] into, int from, int count) throws IOException {
                        throw failure;
                    }

                    @Override
                    public void close() {}
                };
        assertThatIOException().isThrownBy(() -> PlanJson.read(broken)).isSameAs(failure);
        assertThatIOException().isThrownBy(() -> PlanJson.read(folder.resolve("gone.json")));
    }

    @Test
    void throwsNothingElseWhateverTheInput() throws IOException {
        String text = PlanJsonTest.text(PlanJsonTest.plan());
        int plans = 0;
        for (int seed = 0; seed < 3000; seed++) {
            String mutant = mutant(text, new Random(seed));
            try {
                PlanJson.read(new StringReader(mutant)).bytesRead();
                plans++;
            } catch (TergeException refused) {
                assertThat(refused.code()).as("seed %d", seed).isEqualTo(TergeCode.INVALID_PLAN);
            } catch (RuntimeException | Error bare) {
                throw new AssertionError("seed " + seed + ": " + mutant, bare);
            }
        }
        assertThat(plans).isBetween(1, 2999);
    }

    private static String mutant(String text, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0 && !mutant.isEmpty(); i--) {
            int at = random.nextInt(mutant.length());
            int end = Math.min(mutant.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(8)) {
                case 0 -> mutant.delete(at, end);
                case 1 -> mutant.insert(at, mutant.substring(at, end));
                case 2 -> mutant.setCharAt(at, (char) random.nextInt(128));
                case 3 -> mutant.setCharAt(at, (char) random.nextInt(65536));
                case 4 -> mutant.setLength(at);
                case 5 -> replaceNumber(mutant, at, random);
                case 6 -> mutant.insert(at, "[{\"".charAt(random.nextInt(3)));
                default -> {
                    int from = random.nextInt(text.length());
                    mutant.insert(at, text, from, Math.min(text.length(), from + 200));
                }
            }
        }
        return mutant.toString();
    }

    private static void replaceNumber(StringBuilder text, int from, Random random) {
        String[] numbers = {
            "-1",
            "0",
            "99",
            "2147483648",
            "9223372036854775807",
            "-9223372036854775809",
            "1e400",
            "-0.0",
            "1.5",
            "null",
            "true",
            "\"x\"",
            "{}",
            "[]",
            "1e-400",
            "9".repeat(2000)
        };
        int at = from;
        while (at < text.length() && !Character.isDigit(text.charAt(at))) {
            at++;
        }
        int end = at;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        text.replace(at, end, numbers[random.nextInt(numbers.length)]);
    }

    @Test
    void aByteOrderMarkIsNamedAsSuch() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), "\uFEFF{}");
        assertThatExceptionOfType(TergeException.class)
                .isThrownBy(() -> PlanJson.read(file))
                .withMessageContaining(
                        "plan.json is not a plan that can be run: it starts with a byte order mark"
                                + " (BOM), which JSON does not allow; save it as UTF-8 without a"
                                + " BOM");
    }
}
