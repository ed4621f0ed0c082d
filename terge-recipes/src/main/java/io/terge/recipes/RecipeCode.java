package io.terge.recipes;

import io.terge.error.ErrorCode;

/**
 * What can be wrong with a recipe.
 *
 * @since 0.1
 */
public enum RecipeCode implements ErrorCode {
    /** The file is not YAML, or not a recipe. */
    RECIPE_UNREADABLE(Kind.REJECTED),
    /** A key is unknown, or not allowed where it is. */
    RECIPE_UNKNOWN_KEY(Kind.REJECTED),
    /** A key is missing. */
    RECIPE_MISSING_KEY(Kind.REJECTED),
    /** A value is of the wrong kind, or out of range. */
    RECIPE_INVALID_VALUE(Kind.REJECTED),
    /** What the recipe asks for is not possible here. */
    RECIPE_UNSUPPORTED(Kind.REJECTED),
    /** A part of the recipe has no effect, or an effect other than in mergekit. */
    RECIPE_NOTE(Kind.WARNING);

    private final Kind kind;

    RecipeCode(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
