package io.terge.cli.args;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

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
}
