package io.terge.engine.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings of adapters that a request gives for all models; at least one adapter has each.
 *
 * @param byName the values by name
 */
public record RequestSettings(SortedMap<String, String> byName) {

    public RequestSettings {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /** No settings. */
    public static RequestSettings none() {
        return new RequestSettings(Collections.emptySortedMap());
    }
}
