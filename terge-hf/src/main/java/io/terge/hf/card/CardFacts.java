package io.terge.hf.card;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the front matter of a model card says: texts, and lists of texts. It is written by anybody,
 * so it is read as texts only, and what cannot be read says nothing.
 *
 * @param fields the values by name
 */
record CardFacts(Map<String, List<String>> fields) {

    private static final int MOST_VALUES = 50;
    private static final int LONGEST = 200;

    /** Reads front matter. */
    static CardFacts of(Optional<FrontMatter> card) {
        return new CardFacts(card.map(CardFacts::fields).orElse(Map.of()));
    }

    private static Map<String, List<String>> fields(FrontMatter card) {
        LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        try {
            if (new Load(settings).loadFromString(card.yaml()) instanceof Map<?, ?> map) {
                map.forEach((name, value) -> fields.put(String.valueOf(name), texts(value)));
            }
            return fields;
        } catch (YamlEngineException | StackOverflowError malformed) {
            return Map.of(); // Its author's mistake must not fail a merge.
        }
    }

    // One level deep: what is nested, or made of other types, is nothing that a card repeats.
    private static List<String> texts(@Nullable Object value) {
        Stream<?> values = value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
        return values.filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank() && text.length() <= LONGEST)
                .limit(MOST_VALUES)
                .toList();
    }

    /** The first text of a field; empty where there is none. */
    Optional<String> text(String field) {
        return texts(field).stream().findFirst();
    }

    /** All texts of a field. */
    List<String> texts(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** The licence, with its name where it is none of the usual ones. */
    Optional<String> licence() {
        Optional<String> licence = text("license");
        return licence.filter("other"::equals).isPresent()
                ? text("license_name").or(() -> licence)
                : licence;
    }
}
