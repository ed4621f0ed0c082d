package io.terge.hf.directory;

import io.terge.hf.config.Quantization;
import io.terge.spi.format.ModelChanges;
import io.terge.tensor.DType;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Copies a configuration value by value, and replaces what a model has changed. For one run. */
final class ConfigCopy {

    private static final Set<String> TYPE = Set.of("torch_dtype", "dtype");
    private static final Set<String> VOCABULARY = Set.of("vocab_size");
    private static final String TIE = "tie_word_embeddings";

    private static final Map<DType, String> TYPE_NAMES =
            Map.of(
                    DType.F64, "float64",
                    DType.F32, "float32",
                    DType.F16, "float16",
                    DType.BF16, "bfloat16",
                    DType.F8_E4M3, "float8_e4m3fn",
                    DType.F8_E5M2, "float8_e5m2");

    private final JsonParser from;
    private final JsonGenerator to;
    private final ModelChanges changes;
    private final boolean isUnquantised;
    private final TokenNumbers tokens;
    private final Optional<String> type;
    private final Set<Integer> perLayer;
    private int lists;
    private boolean edited;
    private boolean untied;

    /**
     * @param perLayer which lists have a value for each layer: see {@link LayerLists}
     */
    ConfigCopy(JsonParser from, JsonGenerator to, ConfigEdit edit, Set<Integer> perLayer) {
        this.perLayer = perLayer;
        this.from = from;
        this.to = to;
        this.changes = edit.changes();
        this.isUnquantised = edit.isUnquantised();
        this.tokens = edit.tokens();
        this.type = changes.dtype().map(TYPE_NAMES::get);
    }

    /**
     * Copies all there is.
     *
     * @return whether a value is another one; not so where the whole is not an object
     */
    boolean run() {
        if (from.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        copyObject(ConfigScope.LANGUAGE);
        return from.nextToken() == null && edited;
    }

    private void copyObject(ConfigScope scope) {
        to.writeStartObject();
        while (from.nextToken() != JsonToken.END_OBJECT) {
            String key = from.currentName();
            JsonToken token = from.nextToken();
            if (isStale(key, scope)) {
                from.skipChildren();
                edited = true;
                continue;
            }
            to.writeName(key);
            Optional<String> replacement = replacement(key, token, scope);
            if (isTie(key, token, scope)) {
                untie();
            } else if (TokenNumbers.isKey(key) && token == JsonToken.START_ARRAY) {
                copyTokens(key);
            } else if (TokenNumbers.isKey(key) && token == JsonToken.VALUE_NUMBER_INT) {
                copyToken(key);
            } else if (replacement.isPresent()) {
                replace(token, replacement.get());
            } else {
                copy(token, scope.below(key));
            }
        }
        boolean isRoot = from.streamReadContext().inRoot();
        if (isRoot && changes.hasSeparateAliases() && !untied) {
            to.writeName(TIE); // What is not stated may be true.
            untie();
        }
        to.writeEndObject();
    }

    private boolean isStale(String key, ConfigScope scope) {
        return isUnquantised && scope == ConfigScope.LANGUAGE && Quantization.KEYS.contains(key);
    }

    private boolean isTie(String key, JsonToken token, ConfigScope scope) {
        return changes.hasSeparateAliases()
                && scope == ConfigScope.LANGUAGE
                && key.equals(TIE)
                && token.isScalarValue();
    }

    private void untie() {
        to.writeBoolean(false);
        edited = true;
        untied = true;
    }

    private Optional<String> replacement(String key, JsonToken token, ConfigScope scope) {
        boolean isText = token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NULL;
        if (scope != ConfigScope.NOTHING && isText && TYPE.contains(key)) {
            return type;
        }
        if (scope != ConfigScope.LANGUAGE || token != JsonToken.VALUE_NUMBER_INT) {
            return Optional.empty();
        }
        if (LayerLists.LAYERS.contains(key)) {
            return changes.layers().map(List::size).map(size -> Integer.toString(size));
        }
        return VOCABULARY.contains(key)
                ? changes.vocabulary().stream().mapToObj(Long::toString).findFirst()
                : Optional.empty();
    }

    private void replace(JsonToken token, String replacement) {
        edited |= !replacement.equals(from.getString());
        if (token == JsonToken.VALUE_NUMBER_INT) {
            to.writeNumber(replacement);
        } else {
            to.writeString(replacement);
        }
    }

    private void copy(JsonToken token, ConfigScope scope) {
        switch (token) {
            case START_OBJECT -> copyObject(scope);
            case START_ARRAY -> copyArray();
            // As text: 1e-05 is to stay 1e-05.
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> to.writeNumber(from.getString());
            default -> to.copyCurrentEvent(from);
        }
    }

    private void copyArray() {
        boolean isPerLayer = perLayer.contains(lists);
        lists++;
        to.writeStartArray();
        if (isPerLayer) {
            copyLayers();
        } else {
            for (JsonToken token = from.nextToken();
                    token != JsonToken.END_ARRAY;
                    token = from.nextToken()) {
                copy(token, ConfigScope.NOTHING);
            }
        }
        to.writeEndArray();
    }

    private List<Integer> newNumbers(String key) {
        return TokenNumbers.of(from)
                .map(number -> tokens.replacing(key, number))
                .orElseGet(List::of);
    }

    private void copyToken(String key) {
        List<Integer> numbers = newNumbers(key);
        if (numbers.isEmpty()) {
            copy(JsonToken.VALUE_NUMBER_INT, ConfigScope.NOTHING);
        } else if (numbers.size() == 1) {
            replace(JsonToken.VALUE_NUMBER_INT, Integer.toString(numbers.getFirst()));
        } else {
            to.writeStartArray();
            numbers.forEach(to::writeNumber);
            to.writeEndArray();
            edited = true;
        }
    }

    private void copyTokens(String key) {
        lists++;
        Set<Integer> written = new HashSet<>();
        to.writeStartArray();
        for (JsonToken token = from.nextToken();
                token != JsonToken.END_ARRAY;
                token = from.nextToken()) {
            List<Integer> numbers =
                    token == JsonToken.VALUE_NUMBER_INT ? newNumbers(key) : List.of();
            if (numbers.isEmpty()) {
                copy(token, ConfigScope.NOTHING);
            } else {
                edited |= numbers.size() > 1;
                numbers.stream()
                        .filter(written::add)
                        .forEach(number -> replace(JsonToken.VALUE_NUMBER_INT, "" + number));
            }
        }
        to.writeEndArray();
    }

    private void copyLayers() {
        List<Runnable> values = new ArrayList<>();
        for (JsonToken token = from.nextToken();
                token != JsonToken.END_ARRAY;
                token = from.nextToken()) {
            values.add(plain(token, from.getString()));
        }
        for (int origin : changes.layers().orElseThrow()) {
            values.get(Math.min(origin, values.size() - 1)).run();
        }
        edited = true;
    }

    private Runnable plain(JsonToken token, String text) {
        return switch (token) {
            case VALUE_STRING -> () -> to.writeString(text);
            case VALUE_TRUE, VALUE_FALSE -> () -> to.writeBoolean(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> to::writeNull;
            default -> () -> to.writeNumber(text);
        };
    }
}
