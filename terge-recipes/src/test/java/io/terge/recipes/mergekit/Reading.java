package io.terge.recipes.mergekit;

import static org.assertj.core.api.Assertions.assertThat;

import io.terge.api.MergeRequest;
import io.terge.api.MergeRequestBuilder;
import io.terge.error.Problem;
import io.terge.recipes.Recipe;
import io.terge.recipes.yaml.Node;
import io.terge.recipes.yaml.Problems;
import io.terge.recipes.yaml.YamlReader;

import java.nio.file.Path;
import java.util.List;

/**
 * A text read as a recipe.
 *
 * @param stages the merges
 * @param notes what is told of them
 */
record Reading(List<Recipe.Stage> stages, List<String> notes) {

    private static final String FILE = "recipe.yml";

    /** Reads a text in a folder without models; throws if there are problems. */
    static Reading of(String text) {
        return of(text, Path.of("no-such-folder"));
    }

    static Reading of(String text, Path folder) {
        Problems problems = new Problems();
        List<Node.Fields> documents =
                new YamlReader(FILE, problems)
                        .read(text).stream().map(Node.Fields.class::cast).toList();
        List<Recipe.Stage> stages = MergekitRecipe.read(documents, problems, folder);
        problems.throwIfAny();
        return new Reading(stages, problems.notes().stream().map(Problem::message).toList());
    }

    /** Checks the request of the only merge. */
    Reading isRequest(MergeRequestBuilder expected) {
        assertThat(stages).hasSize(1);
        // What is said of tokens is looked at in VocabularyTest.
        assertThat(request())
                .usingRecursiveComparison()
                .ignoringFields("rows")
                .isEqualTo(expected.build());
        return this;
    }

    /** Checks the notes, each by its place and the start of its text. */
    Reading hasNotes(String... starts) {
        assertThat(notes).hasSameSizeAs(starts);
        for (int i = 0; i < starts.length; i++) {
            assertThat(notes.get(i)).startsWith(FILE + ":" + starts[i]);
        }
        return this;
    }

    MergeRequest request() {
        return stages.getLast().request();
    }
}
