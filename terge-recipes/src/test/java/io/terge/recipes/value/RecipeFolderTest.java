package io.terge.recipes.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.model.ModelReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class RecipeFolderTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''        | models/a           | models/a
                    ''        | ./a                | ./a
                    recipes   | a                  | recipes/a
                    recipes   | ../models/x/a      | models/x/a
                    recipes/x | ../../../a         | ../a
                    ../r      | ../a               | ../a
                    recipes   | ..                 | .
                    recipes   | org/model          | org/model
                    recipes   | org/model@main/v1  | org/model@main/v1
                    recipes   | org/model?key=a    | org/model?key=a
                    recipes   | ./org/model        | recipes/org/model
                    recipes   | m.pt?key=ema       | recipes/m.pt?key=ema
                    recipes   | /root/a            | /root/a
                    /root/r   | ../a               | /root/a
                    recipes   | s3://bucket/m      | s3://bucket/m
                    """)
    void pathsStartAtTheFolder(String folder, String written, String expected) {
        assertThat(new RecipeFolder(Path.of(folder)).resolve(written))
                .isEqualTo(ModelReference.at(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''        | models/a          | models/a
                    recipes   | recipes/a/b       | ./a/b
                    recipes   | models/a          | ../models/a
                    recipes/x | models/a?key=ema  | ../../models/a?key=ema
                    recipes   | some/deep/model   | ../some/deep/model
                    work/r    | work/models/x/a   | ../models/x/a
                    work/r    | work              | ../../work
                    /root/r   | /root/r/a         | a
                    /root/w/r | /root/w/models/a  | ../models/a
                    /root/w/r | /root/w           | /root/w
                    /root/r   | /root/a           | /root/a
                    recipes   | /root/a           | /root/a
                    recipes   | s3://bucket/m     | s3://bucket/m
                    """)
    void pathsAreWrittenFromTheFolder(String folder, String model, String expected) {
        RecipeFolder from = new RecipeFolder(Path.of(folder));
        assertThat(from.relativize(ModelReference.at(model)))
                .isEqualTo(expectedIfFree(model, expected));
        assertThat(from.resolve(from.relativize(ModelReference.at(model))))
                .isEqualTo(ModelReference.at(model));
    }

    @ParameterizedTest
    @CsvSource({
        "'',kept/a,kept/a",
        "recipes,kept/a,../kept/a",
        "recipes,recipes/a/b,a/b",
        "kept/a,kept/b,../b",
        "recipes,/root/a,/root/a"
    })
    void aPlaceForAnOutputIsNoNameOnTheHub(String folder, String place, String expected) {
        RecipeFolder from = new RecipeFolder(Path.of(folder));
        assertThat(from.relativizeTarget(ModelReference.at(place))).isEqualTo(expected);
        assertThat(from.target(expected)).isEqualTo(ModelReference.at(place));
    }

    // Two parts may be a name on the hub, which is the same from everywhere.
    private static String expectedIfFree(String model, String expected) {
        return model.equals("models/a") || model.startsWith("models/a?") ? model : expected;
    }

    @Test
    void aPathThatExistsIsNoNameOnTheHub() throws IOException {
        Files.createDirectories(folder.resolve("org/model"));
        assertThat(new RecipeFolder(folder).resolve("org/model"))
                .isEqualTo(ModelReference.at(folder.resolve("org/model")));
        assertThat(new RecipeFolder(folder).resolve("org/other"))
                .isEqualTo(ModelReference.at("org/other"));
    }

    @Test
    void theParentOfALinkedFolderIsThatOfItsTarget() throws IOException {
        Path target = Files.createDirectories(folder.resolve("one/target"));
        Files.createDirectories(folder.resolve("one/model"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);

        Path resolved = new RecipeFolder(link).resolve("../model").path().orElseThrow();

        assertThat(resolved.toRealPath()).isEqualTo(folder.resolve("one/model").toRealPath());
    }

    @Test
    void theHomeDirectoryIsATilde() {
        Path home = Path.of(System.getProperty("user.home"));
        RecipeFolder from = new RecipeFolder(Path.of("recipes"));
        assertThat(from.resolve("~/m")).isEqualTo(ModelReference.at(home.resolve("m")));
        assertThat(from.resolve("~")).isEqualTo(ModelReference.at(home));
        assertThat(from.resolve("~m")).isEqualTo(ModelReference.at(Path.of("recipes/~m")));
    }
}
