package io.terge.cli.args;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.api.AdapterChoice;
import io.terge.api.ModelScope;
import io.terge.api.Rename;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

/** What is said of one model: renames and adapters. */
class ModelArgumentsTest {

    private final RenameArgument renames = new RenameArgument();
    private final AdapterArgument adapters = new AdapterArgument();

    @Test
    void aRenameIsOfAModelOrAllOrTheBase() {
        assertThat(renames.convert("1:^bert\\.=encoder."))
                .isEqualTo(new Rename(ModelScope.model(1), "^bert\\.", "encoder."));
        assertThat(renames.convert("*:a=b")).isEqualTo(new Rename(ModelScope.all(), "a", "b"));
        assertThat(renames.convert("base:a=b")).isEqualTo(new Rename(ModelScope.base(), "a", "b"));
    }

    @Test
    void theReplacementMayBeEmpty() {
        assertThat(renames.convert("0:^bert\\.="))
                .isEqualTo(new Rename(ModelScope.model(0), "^bert\\.", ""));
    }

    @Test
    void theSplitIsAtTheFirstColonAndTheLastEqualsSign() {
        assertThat(renames.convert("0:(?:a=b): =c:$1"))
                .isEqualTo(new Rename(ModelScope.model(0), "(?:a=b): ", "c:$1"));
    }

    @Test
    void anExpressionThatDoesNotCompileIsLeftToThePlanner() {
        assertThat(renames.convert("0:(=b")).isEqualTo(new Rename(ModelScope.model(0), "(", "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a=b",
                ":a=b",
                "1:a",
                "1:=b",
                "-1:a=b",
                "1.5:a=b",
                "first:a=b",
                "a=b:c",
                "9999999999:a=b"
            })
    void anyOtherRenameIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> renames.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("MODEL:REGEX=REPLACEMENT")
                .hasMessageContaining("for example");
    }

    @Test
    void anAdapterIsForAllModelsUnlessOneIsNamed() {
        assertThat(adapters.convert("gguf")).isEqualTo(new AdapterChoice(ModelScope.all(), "gguf"));
        assertThat(adapters.convert("*:gguf"))
                .isEqualTo(new AdapterChoice(ModelScope.all(), "gguf"));
        assertThat(adapters.convert("2:gguf"))
                .isEqualTo(new AdapterChoice(ModelScope.model(2), "gguf"));
        assertThat(adapters.convert("base:gguf"))
                .isEqualTo(new AdapterChoice(ModelScope.base(), "gguf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1:", "first:gguf", "-1:gguf", ":gguf"})
    void anyOtherAdapterIsRefused(String text) {
        assertThatThrownBy(() -> adapters.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("MODEL:NAME");
    }
}
