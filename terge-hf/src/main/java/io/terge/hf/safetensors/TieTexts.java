package io.terge.hf.safetensors;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ties as PyTorch keeps them in safetensors files: a tensor that several names share is stored
 * under one of them, and each other name is a text whose value is that one.
 */
final class TieTexts {

    /** The one text whose meaning is fixed: which library the file is for. */
    static final String FORMAT = "format";

    private TieTexts() {}

    /**
     * Returns the texts of a file that are ties.
     *
     * @param texts all texts
     * @param stored the names of all tensors in the file
     * @return the name of the tensor by the other name
     */
    static SortedMap<String, String> ties(Map<String, String> texts, Set<String> stored) {
        SortedMap<String, String> ties = new TreeMap<>();
        texts.forEach(
                (key, value) -> {
                    if (isTie(key, value, stored) && !stored.contains(key)) {
                        ties.put(key, value);
                    }
                });
        return ties;
    }

    /**
     * Returns the texts that nobody reads as a tie.
     *
     * @param texts texts out of another model, which may tell of ties that are no more
     * @param names all names of tensors
     */
    static SortedMap<String, String> others(Map<String, String> texts, Set<String> names) {
        SortedMap<String, String> others = new TreeMap<>();
        texts.forEach(
                (key, value) -> {
                    if (!isTie(key, value, names)) {
                        others.put(key, value);
                    }
                });
        return others;
    }

    private static boolean isTie(String key, String value, Set<String> names) {
        return !key.equals(FORMAT) && names.contains(value);
    }
}
