package io.terge.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a merge was made from, as text. It is kept in plans and lineages, and formats may keep it
 * with the merged model. Nothing is computed from it.
 *
 * @param format the format of the text, such as {@code "terge"} or {@code "mergekit"}
 * @param text the recipe as it was written; for a merge without one, what its recipe would be
 * @param changes changes that are not in the text, each as on a command line, such as {@code "--set
 *     weights.tuned=0.4"}
 * @param portable the recipe with all changes, as it is kept with the merged model: paths are
 *     relative to the model, and none reveals where its owner keeps files; empty if no such text
 *     can be written
 * @since 0.1
 */
public record RecipeText(String format, String text, List<String> changes, String portable) {

    public RecipeText {
        requireNonNull(format, "format");
        requireNonNull(text, "text");
        changes = List.copyOf(changes);
        requireNonNull(portable, "portable");
    }

    /** The text that is kept with the merged model, if there is one. */
    public Optional<String> kept() {
        return Optional.of(portable).filter(text -> !text.isEmpty());
    }
}
