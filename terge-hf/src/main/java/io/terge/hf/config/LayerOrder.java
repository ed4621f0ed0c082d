package io.terge.hf.config;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A list with a value for each layer, such as {@code layer_types}. */
final class LayerOrder {

    /** Keys of such lists. */
    static final Set<String> KEYS = Set.of("layer_types", "no_rope_layers");

    private LayerOrder() {}

    /**
     * Returns the shortest list that repeats itself to the whole one, which may end within it: the
     * same one for models of any depth.
     *
     * @param text the list, in brackets; anything else is returned as it is
     */
    static String of(String text) {
        if (!text.startsWith("[") || !text.endsWith("]")) {
            return text;
        }
        List<String> values = List.of(text.substring(1, text.length() - 1).split(", ", -1));
        return IntStream.rangeClosed(1, values.size())
                .filter(period -> repeats(values, period))
                .mapToObj(period -> values.subList(0, period).toString())
                .findFirst()
                .orElse(text);
    }

    private static boolean repeats(List<String> values, int period) {
        return values.subList(period, values.size())
                .equals(values.subList(0, values.size() - period));
    }
}
