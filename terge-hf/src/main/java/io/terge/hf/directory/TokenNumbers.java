package io.terge.hf.directory;

import io.terge.spi.format.Companion;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * New numbers of the tokens that a configuration has, such as {@code eos_token_id}.
 *
 * @param known the new numbers of tokens that an output has, too, by their old ones
 * @param instead the new numbers for other tokens, by key
 */
public record TokenNumbers(Map<Integer, Integer> known, Map<String, List<Integer>> instead) {

    private static final Pattern KEY = Pattern.compile(".*_token_(?:id|ids|index)");

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    public TokenNumbers {
        known = Map.copyOf(known);
        instead = Map.copyOf(instead);
    }

    /** Nothing takes the place of tokens that an output does not have. */
    public TokenNumbers(Map<Integer, Integer> known) {
        this(known, Map.of());
    }

    /** All numbers stay. */
    public static TokenNumbers unchanged() {
        return new TokenNumbers(Map.of());
    }

    /** The new numbers under a key of a token; empty if its old one stays. */
    List<Integer> replacing(String key, int number) {
        Integer one = known.get(number);
        return one == null ? instead.getOrDefault(key, List.of()) : List.of(one);
    }

    static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    /** The number at a parser; empty if it is no number of a token. */
    static Optional<Integer> of(JsonParser json) {
        return Optional.of(json.getString())
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }

    /**
     * Returns the other numbers in a file; none if it is malformed.
     *
     * @throws IOException if it cannot be read
     */
    public SortedSet<Integer> lost(Companion file) throws IOException {
        SortedSet<Integer> lost = new TreeSet<>();
        try (InputStream stream = file.open();
                JsonParser json = JSON.createParser(ObjectReadContext.empty(), stream)) {
            String key = "";
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    key = json.currentName();
                } else if (token == JsonToken.VALUE_NUMBER_INT && isKey(key)) {
                    String at = key;
                    of(json).filter(one -> replacing(at, one).isEmpty()).ifPresent(lost::add);
                }
            }
        } catch (JacksonException malformed) {
            return new TreeSet<>();
        }
        return lost;
    }

    /**
     * Returns the numbers of tokens that a file has, by key; none if it is malformed.
     *
     * @throws IOException if it cannot be read
     */
    public static Map<String, List<Integer>> in(Companion file) throws IOException {
        Map<String, List<Integer>> numbers = new HashMap<>();
        try (InputStream stream = file.open();
                JsonParser json = JSON.createParser(ObjectReadContext.empty(), stream)) {
            String key = "";
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    key = json.currentName();
                } else if (token == JsonToken.VALUE_NUMBER_INT && isKey(key)) {
                    List<Integer> ofKey = numbers.computeIfAbsent(key, any -> new ArrayList<>());
                    of(json).filter(one -> !ofKey.contains(one)).ifPresent(ofKey::add);
                }
            }
        } catch (JacksonException malformed) {
            return Map.of();
        }
        return numbers;
    }
}
