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
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The numbers of tokens that a configuration has, such as {@code eos_token_id}.
 *
 * @param known the numbers of tokens that an output has, too
 */
public record TokenNumbers(Map<Integer, Integer> known) {

    private static final Pattern KEY = Pattern.compile(".*_token_(?:id|ids|index)");

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    public TokenNumbers {
        known = Map.copyOf(known);
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
                    of(json).filter(one -> !known.containsKey(one)).ifPresent(lost::add);
                }
            }
        } catch (JacksonException malformed) {
            return new TreeSet<>();
        }
        return lost;
    }
}
