package io.terge.api;

import static java.util.Objects.requireNonNull;

/**
 * Renames parameters of models: every match of a regular expression in a stored name is replaced.
 * Renames are applied one after the other, in the order of the request, before the layout and all
 * selectors; the output has the new names.
 *
 * @param models the models whose parameters are renamed
 * @param regex a Java regular expression, found anywhere in the name, e.g. {@code ^bert\.}
 * @param replacement the replacement of each match; {@code $1} is the first group
 * @since 0.1
 */
public record Rename(ModelScope models, String regex, String replacement) {

    public Rename {
        requireNonNull(models, "models");
        requireNonNull(regex, "regex");
        requireNonNull(replacement, "replacement");
    }

    /** The rename as written on the command line: {@code 1:^bert\.=}. */
    public String text() {
        return models.text() + ":" + regex + "=" + replacement;
    }
}
