package io.terge.json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A document that is being read, token by token. Every method that reads a value finds it at the
 * current token, and throws a {@link JsonFault} that says what was expected and where.
 */
final class JsonInput {

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .build();
    private static final int LONGEST_SHOWN = 40;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonParser json;
    private final boolean strict;

    private JsonInput(JsonParser json, boolean strict) {
        this.json = json;
        this.strict = strict;
    }

    /**
     * Reads a document.
     *
     * @param strict whether fields that are not known are refused, not passed over
     * @throws JsonFault if something is wrong with it
     * @throws IOException if it cannot be read
     */
    static <T> T read(Reader in, boolean strict, Function<JsonInput, T> document)
            throws IOException {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), unmarked(in))) {
            JsonInput input = new JsonInput(json, strict);
            json.nextToken();
            T value = document.apply(input);
            if (json.nextToken() != null) {
                throw input.fault("unexpected data after the end");
            }
            return value;
        } catch (JacksonIOException failure) {
            throw failure.getCause(); // Nothing is wrong with the text.
        } catch (UnexpectedEndOfInputException end) {
            throw JsonFault.at(end.getLocation(), "it ends too early", end);
        } catch (JacksonException fault) {
            throw JsonFault.at(fault.getLocation(), fault.getOriginalMessage(), fault);
        }
    }

    // Some editors put a mark there unseen, and the parser would call it an unexpected character.
    private static Reader unmarked(Reader in) throws IOException {
        PushbackReader start = new PushbackReader(in);
        int first = start.read();
        if (first == BYTE_ORDER_MARK) {
            throw JsonFault.of(
                    "it starts with a byte order mark (BOM), which JSON does not allow; save it as"
                            + " UTF-8 without a BOM");
        }
        if (first >= 0) {
            start.unread(first);
        }
        return start;
    }

    /** An object with these fields; see {@link JsonFields}. */
    JsonFields fields() {
        return new JsonFields(this);
    }

    /** Reads an object: the consumer gets each name, and reads or skips its value. */
    void object(Consumer<String> field) {
        expect(JsonToken.START_OBJECT);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            field.accept(name);
        }
    }

    <T> List<T> list(Supplier<T> element) {
        expect(JsonToken.START_ARRAY);
        List<T> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(element.get());
        }
        return elements;
    }

    SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        object(name -> texts.put(name, text()));
        return texts;
    }

    String text() {
        expect(JsonToken.VALUE_STRING);
        return json.getString();
    }

    boolean isText() {
        return json.currentToken() == JsonToken.VALUE_STRING;
    }

    boolean flag() {
        if (json.currentToken() == JsonToken.VALUE_TRUE) {
            return true;
        }
        if (json.currentToken() == JsonToken.VALUE_FALSE) {
            return false;
        }
        throw unexpected("true or false");
    }

    /** Reads a whole number within bounds, both included. */
    long whole(long least, long most) {
        expect(JsonToken.VALUE_NUMBER_INT);
        try {
            long value = Long.parseLong(json.getString());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException tooLong) {
            // It is as far out of range as one that fits.
        }
        throw fault(
                "expected a whole number from %d to %d, got %s".formatted(least, most, shown()));
    }

    /** Reads an {@code int} that is 0 or more. */
    int place() {
        return (int) whole(0, Integer.MAX_VALUE);
    }

    /** Reads a {@code long} that is 0 or more. */
    long size() {
        return whole(0, Long.MAX_VALUE);
    }

    /** Reads a finite number. */
    double number() {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                && json.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
            throw unexpected("a number");
        }
        double value = Double.parseDouble(json.getString()); // Keeps the sign of -0.
        if (!Double.isFinite(value)) {
            throw fault("expected a number within the range of a double, got " + shown());
        }
        return value;
    }

    /** Reads a number that may be NaN or infinite, which are written as texts. */
    double anyNumber() {
        if (isText()) {
            switch (json.getString()) {
                case "NaN" -> {
                    return Double.NaN;
                }
                case "Infinity" -> {
                    return Double.POSITIVE_INFINITY;
                }
                case "-Infinity" -> {
                    return Double.NEGATIVE_INFINITY;
                }
                default -> throw unexpected("a number");
            }
        }
        return number();
    }

    /** Reads the name of one of an enum's constants. */
    <E extends Enum<E>> E oneOf(Class<E> type) {
        String name = text();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                fault(
                                        "expected one of %s, got %s"
                                                .formatted(
                                                        Arrays.toString(type.getEnumConstants()),
                                                        shown())));
    }

    /** Makes a value that may refuse what was read; the place is where it starts. */
    <T> T make(Supplier<T> value) {
        TokenStreamLocation start = json.currentTokenLocation();
        try {
            return value.get();
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | ArithmeticException refused) {
            throw JsonFault.at(start, String.valueOf(refused.getMessage()), refused);
        }
    }

    /** Passes over the value. */
    void skip() {
        json.skipChildren();
    }

    /** Passes over the value of a field that is not known, or refuses it. */
    void unknown(String field) {
        if (strict) {
            throw fault("unexpected field \"%s\"".formatted(field));
        }
        skip();
    }

    /** The fault of the current token. */
    JsonFault fault(String what) {
        return JsonFault.at(json.currentTokenLocation(), what, null);
    }

    private void expect(JsonToken token) {
        if (json.currentToken() != token) {
            throw unexpected(inWords(token));
        }
    }

    private JsonFault unexpected(String what) {
        return fault("expected %s, got %s".formatted(what, shown()));
    }

    private String shown() {
        JsonToken token = json.currentToken();
        if (token == null || !token.isScalarValue()) {
            return inWords(token);
        }
        String text = json.getString();
        String cut =
                text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
        return token == JsonToken.VALUE_STRING ? '"' + cut + '"' : cut;
    }

    private static String inWords(@Nullable JsonToken token) {
        return switch (token) {
            case null -> "nothing";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT -> "a whole number";
            default -> token.toString();
        };
    }
}
