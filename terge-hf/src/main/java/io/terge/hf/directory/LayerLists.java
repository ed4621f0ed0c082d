package io.terge.hf.directory;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds the lists of a configuration that have a value for each layer, such as {@code layer_types}:
 * those of plain values, as many as there are layers, of the language model. For one run.
 */
final class LayerLists {

    /** Keys of numbers of layers. */
    static final Set<String> LAYERS =
            Set.of("num_hidden_layers", "n_layer", "num_layers", "n_layers");

    private final JsonParser json;
    private final Set<Integer> counts = new HashSet<>();
    private final Map<Integer, Integer> sizes = new HashMap<>();
    private int lists;

    private LayerLists(JsonParser json) {
        this.json = json;
    }

    /**
     * Returns the places of these lists among all lists, in the order in which they start.
     *
     * @param json a configuration, before its first token
     */
    static Set<Integer> in(JsonParser json) {
        LayerLists found = new LayerLists(json);
        if (json.nextToken() == JsonToken.START_OBJECT) {
            found.object(ConfigScope.LANGUAGE);
        }
        found.sizes.values().retainAll(found.counts);
        return Set.copyOf(found.sizes.keySet());
    }

    private void object(ConfigScope scope) {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            JsonToken token = json.nextToken();
            if (token == JsonToken.VALUE_NUMBER_INT && scope == ConfigScope.LANGUAGE) {
                if (LAYERS.contains(key)) {
                    counts.add(json.getValueAsInt());
                }
            } else if (token == JsonToken.START_ARRAY) {
                list(scope);
            } else if (token == JsonToken.START_OBJECT) {
                object(scope.below(key));
            }
        }
    }

    private void list(ConfigScope scope) {
        int place = lists;
        lists++;
        int size = 0;
        boolean isPlain = scope == ConfigScope.LANGUAGE;
        for (JsonToken token = json.nextToken();
                token != JsonToken.END_ARRAY;
                token = json.nextToken()) {
            isPlain &= token.isScalarValue();
            size++;
            if (token == JsonToken.START_ARRAY) {
                list(ConfigScope.NOTHING);
            } else if (token == JsonToken.START_OBJECT) {
                object(ConfigScope.NOTHING);
            }
        }
        if (isPlain) {
            sizes.put(place, size);
        }
    }
}
