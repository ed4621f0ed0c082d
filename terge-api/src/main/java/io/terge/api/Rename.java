package io.terge.api;

import static java.util.Objects.requireNonNull;

/**
 * Makes the parameters of a model known under other names: every match of the expression in a
 * stored name is replaced. Renames are applied one after the other, in the order of the request;
 * what is written has the new names.
 *
 * @param models whose parameters
 * @param regex a Java regular expression, found anywhere in the name, e.g. {@code ^bert\.}
 * @param replacement what takes its place; {@code $1} is the first group
 * @since 0.1
 */
public record Rename(ModelScope models, String regex, String replacement) {

    public Rename {
        requireNonNull(models, "models");
        requireNonNull(regex, "regex");
        requireNonNull(replacement, "replacement");
    }

    /** The rename as the command line has it: {@code 1:^bert\.=}. */
    public String text() {
        return models.text() + ":" + regex + "=" + replacement;
    }
}
