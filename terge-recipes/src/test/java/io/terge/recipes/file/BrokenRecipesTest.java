package io.terge.recipes.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.terge.recipes.RecipeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Each broken recipe has a text beside it that a person read and found good. A text that differs is
 * left in {@code target/broken}.
 */
class BrokenRecipesTest {

    private static final Map<String, String> VARIABLES = Map.of("MODELS", "models");

    static List<Path> recipes() {
        return RecipeFiles.broken();
    }

    @Test
    void thereAreManyAndEveryTextBelongsToOne() throws IOException {
        assertThat(recipes()).hasSizeGreaterThan(60);
        try (Stream<Path> files = Files.list(RecipeFiles.FOLDER.resolve("broken"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".txt")))
                    .hasSameSizeAs(recipes());
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void allThatIsWrongIsTold(Path recipe) throws IOException {
        RecipeException failure =
                catchThrowableOfType(
                        RecipeException.class, () -> Recipes.read(recipe, VARIABLES, List.of()));

        assertThat(failure).isNotNull();
        String folder = RecipeFiles.FOLDER.resolve("broken") + "/";
        String actual = String.valueOf(failure.getMessage()).replace(folder, "") + "\n";
        Path golden = Path.of(recipe.toString().replaceFirst("\\.yml$", ".txt"));
        String expected = Files.exists(golden) ? Files.readString(golden) : "";
        if (!expected.equals(actual)) {
            Path kept = Path.of("target", "broken").resolve(golden.getFileName());
            Files.createDirectories(kept.getParent());
            Files.writeString(kept, actual);
        }
        assertThat(actual).as(golden.toString()).isEqualTo(expected);
    }
}
