package io.terge.api;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of an output besides its weights, such as a configuration and a tokenizer, with their
 * relative paths.
 *
 * @param copied the files of the base that are copied unchanged
 * @param written the files that are new, or those of the base with changes
 * @param leftOut the files of the base that are not in the output, and what each is, such as {@code
 *     "a cache"}
 * @param outdated the files that stay where the base is replaced in place although they are of the
 *     model before the merge, and what each is, such as {@code "another copy of the weights"}
 * @since 0.1
 */
public record OutputFiles(
        List<String> copied,
        List<String> written,
        SortedMap<String, String> leftOut,
        SortedMap<String, String> outdated) {

    public OutputFiles {
        copied = List.copyOf(copied);
        written = List.copyOf(written);
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        outdated = Collections.unmodifiableSortedMap(new TreeMap<>(outdated));
    }

    /** Returns no files: the output has only weights, or keeps what is there. */
    public static OutputFiles none() {
        return new OutputFiles(List.of(), List.of(), new TreeMap<>(), new TreeMap<>());
    }

    /** Whether there are no files. */
    public boolean isEmpty() {
        return copied.isEmpty() && written.isEmpty() && leftOut.isEmpty() && outdated.isEmpty();
    }
}
