package io.terge.hf.directory;

import io.terge.model.ModelReference;
import io.terge.spi.format.ModelBlueprint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The recipe of a merge beside the merged weights. */
final class RecipeFile {

    /** The file. */
    static final String NAME = "merge-recipe.yml";

    /** Files that say how a model was merged: terge's and mergekit's. */
    static final List<String> NAMES = List.of(NAME, "mergekit_config.yml");

    /** What such a file of the base is to a merge of it. */
    static final String OF_BASE = "the recipe of the base";

    private RecipeFile() {}

    /** Returns the contents of the file that a merge writes; empty where it writes none. */
    static Optional<byte[]> of(ModelReference target, ModelBlueprint blueprint) {
        boolean isCopied =
                CompanionChoice.globs(target).stream().anyMatch(glob -> glob.matches(NAME))
                        && isIn(blueprint);
        boolean isWanted = CardChoice.of(target) == CardChoice.WRITTEN && !isCopied;
        return isWanted && blueprint.summary().isPresent()
                ? blueprint.recipe().map(text -> text.getBytes(StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static boolean isIn(ModelBlueprint blueprint) {
        return blueprint.companions().stream().anyMatch(one -> one.name().equals(NAME));
    }
}
