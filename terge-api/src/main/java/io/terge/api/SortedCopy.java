package io.terge.api;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Copies of options. Most are empty, and a plan has several of each parameter: these share one. */
final class SortedCopy {

    private SortedCopy() {}

    /** Returns an unmodifiable copy. */
    static SortedMap<String, String> of(SortedMap<String, String> map) {
        return map.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
