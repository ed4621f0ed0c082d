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
 * @since 0.1
 */
public record OutputFiles(
        List<String> copied, List<String> written, SortedMap<String, String> leftOut) {

    public OutputFiles {
        copied = List.copyOf(copied);
        written = List.copyOf(written);
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    }

    /** Returns no files: the output has only weights, or keeps what is there. */
    public static OutputFiles none() {
        return new OutputFiles(List.of(), List.of(), new TreeMap<>());
    }

    /** Whether there are no files. */
    public boolean isEmpty() {
        return copied.isEmpty() && written.isEmpty() && leftOut.isEmpty();
    }
}
