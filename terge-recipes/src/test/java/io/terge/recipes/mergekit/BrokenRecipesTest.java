package io.terge.recipes.mergekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.util.Objects.requireNonNull;

import io.terge.error.Problem;
import io.terge.recipes.RecipeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the texts of problems with {@code NAME.txt}, for each {@code NAME.yml}. */
class BrokenRecipesTest {

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yml"))
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreManyWaysToBreakARecipe() throws IOException {
        assertThat(names()).hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("names")
    void tellsAllThatIsWrong(String name) throws IOException {
        String text = Files.readString(folder().resolve(name + ".yml"));
        RecipeException failure =
                catchThrowableOfType(RecipeException.class, () -> Reading.of(text));
        assertThat(failure).as(name).isNotNull();
        String told =
                failure.problems().stream()
                        .map(Problem::toString)
                        .collect(Collectors.joining("\n"));
        assertThat(told + "\n").isEqualTo(Files.readString(folder().resolve(name + ".txt")));
    }

    private static Path folder() {
        try {
            return Path.of(
                    requireNonNull(BrokenRecipesTest.class.getResource("/golden/mergekit"))
                            .toURI());
        } catch (URISyntaxException never) {
            throw new IllegalStateException(never);
        }
    }
}
