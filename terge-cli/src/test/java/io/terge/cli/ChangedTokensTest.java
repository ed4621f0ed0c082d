package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/** Saved plans of merges whose rows depend on the tokens of the models. */
class ChangedTokensTest {

    @TempDir private Path folder;
    private Path first = Path.of("");
    private Path second = Path.of("");
    private Path out = Path.of("");
    private Path plan = Path.of("");

    @BeforeEach
    void writeModels() throws IOException {
        first = folder.resolve("first");
        second = folder.resolve("second");
        out = folder.resolve("out");
        plan = folder.resolve("plan.json");
        TokenModels.of("a", "b", "c").write(first, 2, 1, 2, 3, 4, 5, 6);
        TokenModels.of("b", "a", "x").write(second, 2, 10, 20, 30, 40, 50, 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"union", "intersection", "base", "1"})
    void aModelWithOtherTokensIsRefused(String vocabulary) throws IOException {
        save("plan", first, second, "--vocabulary", vocabulary, "--save", plan, "--out", out);
        TokenModels.of("a", "b", "x").write(second, 2, 10, 20, 30, 40, 50, 60);

        checkRefused(second);
    }

    @Test
    void aBaseWithOtherTokensIsRefused() throws IOException {
        save("plan", first, second, "--vocabulary", "union", "--save", plan, "--out", out);
        TokenModels.of("b", "a", "c").write(first, 2, 1, 2, 3, 4, 5, 6);

        checkRefused(first);
    }

    @Test
    void aDonorOrAModelWithOtherTokensIsRefused() throws IOException {
        Path recipe = folder.resolve("recipe.yml");
        Files.writeString(recipe, "models: ['first?transplant=%s']\n".formatted(second));
        save("plan", recipe, "--save", plan, "--out", out);
        TokenModels.of("a", "b", "x").write(second, 2, 10, 20, 30, 40, 50, 60);

        checkRefused(second);
    }

    @Test
    void unchangedTokensGiveTheBytesOfADirectMerge() throws IOException {
        Path direct = folder.resolve("direct");
        assertThat(
                        CliRun.of("merge", first, second, "--vocabulary", "union", "--out", direct)
                                .status())
                .isZero();
        save("plan", first, second, "--vocabulary", "union", "--save", plan, "--out", out);

        assertThat(CliRun.of("merge", "--plan", plan).status()).isZero();

        assertThat(FolderState.of(out)).isEqualTo(FolderState.of(direct));
    }

    private static void save(Object... words) {
        CliRun run = CliRun.of(words);
        assertThat(run.status()).as(run.err()).isZero();
    }

    private void checkRefused(Path changed) throws IOException {
        SortedMap<String, String> before = FolderState.of(folder);

        CliRun run = CliRun.of("merge", "--plan", plan);

        assertThat(run.err())
                .contains(
                        """
                        error: [MODEL_CHANGED] The tokens of '%s' have changed since the plan was made
                        """
                                .formatted(changed))
                .contains("plan again");
        assertThat(run.status()).isEqualTo(3);
        assertThat(FolderState.of(folder)).isEqualTo(before);
    }
}
