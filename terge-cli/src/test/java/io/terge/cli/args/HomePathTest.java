package io.terge.cli.args;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.nio.file.Path;
import java.util.List;

class HomePathTest {

    private static final Path HOME = Path.of(System.getProperty("user.home"));

    @Test
    void aTildeAtTheStartIsTheHomeDirectory() {
        assertThat(new HomePath().convert("~/x/y")).isEqualTo(HOME.resolve("x/y"));
        assertThat(new HomePath().convert("~")).isEqualTo(HOME);
        assertThat(new ReferenceArgument().convert("~/x").path()).contains(HOME.resolve("x"));
    }

    @Test
    void aTildeElsewhereIsACharacter() {
        assertThat(new HomePath().convert("a~/x")).isEqualTo(Path.of("a~/x"));
        assertThat(new HomePath().convert("~bob")).isEqualTo(Path.of("~bob"));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        for (ITypeConverter<?> converter : List.of(new HomePath(), new ReferenceArgument())) {
            assertThatThrownBy(() -> converter.convert("k\uFFFD.safetensors"))
                    .isInstanceOf(TypeConversionException.class)
                    .hasMessageContaining("is not text in the encoding of this system");
        }
    }
}
