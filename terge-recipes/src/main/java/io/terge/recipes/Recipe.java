package io.terge.recipes;

import io.terge.api.MergeRequest;
import io.terge.error.Problem;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A merge that was written as a file.
 *
 * @param stages the merges, in order; the output of the last is the result
 * @param notes what is worth telling: keys without effect, and what mergekit does otherwise
 * @since 0.1
 */
public record Recipe(List<Stage> stages, List<Problem> notes) {

    public Recipe {
        stages = List.copyOf(stages);
        notes = List.copyOf(notes);
    }

    /**
     * One merge.
     *
     * @param name its name, by which later stages refer to its output; may be empty
     * @param request what is merged, without a target
     * @param targetSettings the settings that its target gets, wherever it is
     */
    public record Stage(
            String name, MergeRequest request, SortedMap<String, String> targetSettings) {

        public Stage {
            targetSettings = Collections.unmodifiableSortedMap(new TreeMap<>(targetSettings));
        }

        /** A merge whose target has no settings of its own. */
        public Stage(String name, MergeRequest request) {
            this(name, request, Collections.emptySortedMap());
        }
    }
}
