package io.terge.files.staging;

/**
 * What may happen to a model that is already at the target.
 *
 * @param allowed whether it may be replaced
 * @param inPlace whether the output is made from it: everything in its directory that is neither
 *     weights nor written anew is kept, and it must not have changed meanwhile
 * @param backup whether it is kept beside the target
 * @since 0.1
 */
public record Replacement(boolean allowed, boolean inPlace, boolean backup) {

    /**
     * Returns the replacement of a model by another one, which may have nothing to do with it.
     *
     * @param allowed whether a model at the target may be replaced
     */
    public static Replacement overwriting(boolean allowed) {
        return new Replacement(allowed, false, false);
    }
}
