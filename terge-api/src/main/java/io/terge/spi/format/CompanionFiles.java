package io.terge.spi.format;

import io.terge.error.Problem;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a writer does with the companions of a model, and what the user should know about it.
 *
 * @param copied the names of the companions that are copied unchanged, in order
 * @param written the names of the files that are new, or companions with changes, in order
 * @param leftOut the names of the companions that are not copied, and what each is, such as {@code
 *     "a cache"}
 * @param outdated the names of the files that stay where the model is replaced in place although
 *     they are of the model before the merge, and what each is
 * @param warnings such as files of the donor that are not copied
 * @since 0.1
 */
public record CompanionFiles(
        List<String> copied,
        List<String> written,
        SortedMap<String, String> leftOut,
        SortedMap<String, String> outdated,
        List<Problem> warnings) {

    public CompanionFiles {
        copied = List.copyOf(copied);
        written = List.copyOf(written);
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        outdated = Collections.unmodifiableSortedMap(new TreeMap<>(outdated));
        warnings = List.copyOf(warnings);
    }

    /** Returns an empty result, for formats that have no companions. */
    public static CompanionFiles none() {
        return new CompanionFiles(
                List.of(), List.of(), new TreeMap<>(), new TreeMap<>(), List.of());
    }
}
