package io.terge.spi.format;

import io.terge.error.Problem;

import java.util.List;

/**
 * What a writer does with the companions of a model, and what the user should know of it.
 *
 * @param names the names of the files that are written besides the weights, in order
 * @param warnings such as files of the donor that are not copied
 * @since 0.1
 */
public record CompanionFiles(List<String> names, List<Problem> warnings) {

    public CompanionFiles {
        names = List.copyOf(names);
        warnings = List.copyOf(warnings);
    }

    /** Returns the answer of a format that has no companions. */
    public static CompanionFiles none() {
        return new CompanionFiles(List.of(), List.of());
    }
}
