package io.terge.files.json;

import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

import java.lang.foreign.MemorySegment;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads JSON piece by piece, as strictly as can be: UTF-8 only, no name twice in an object, whole
 * numbers of 64 bits. What is not as asked for is a problem that names file, line and column.
 *
 * <p>What messages call a value is an object that is asked for its text only where there is a
 * message: headers have a hundred thousand values.
 *
 * @since 0.1
 */
public final class JsonReader implements AutoCloseable {

    /** Many more dimensions than any library has; a list of millions would take all memory. */
    private static final int MOST_INTEGERS = 1000;

    private static final int USUAL_INTEGERS = 4;

    /** A whole number of so many characters has at most 64 bits. */
    private static final int SURE_DIGITS = 18;

    private final JsonParser parser;
    private final String subject;
    private final ErrorCode malformed;
    private final ErrorCode duplicate;

    /** Whether the current token is still to be read. */
    private boolean again;

    /**
     * Starts reading.
     *
     * @param json the bytes
     * @param subject what messages call them: the file, and what in it
     * @param malformed the code of whatever is wrong
     * @param duplicate the code of a name that stands twice in an object
     * @throws TergeException if the bytes start with a byte order mark
     */
    public JsonReader(
            MemorySegment json, String subject, ErrorCode malformed, ErrorCode duplicate) {
        this.parser = StrictJson.parser(json);
        this.subject = subject;
        this.malformed = malformed;
        this.duplicate = duplicate;
        if (StrictJson.startsWithMark(json)) {
            parser.close();
            throw new TergeException(
                    Problem.of(
                                    malformed,
                                    "%s: it starts with a byte order mark (BOM), which JSON does not allow"
                                            .formatted(subject))
                            .fix("save the file as UTF-8 without a BOM"));
        }
    }

    /**
     * Reads an object.
     *
     * @param what what messages call it
     * @param field reads one value, given its name
     * @return all names
     */
    public Set<String> object(Object what, Consumer<String> field) {
        expect(JsonToken.START_OBJECT, what, "an object");
        return fields(what, field);
    }

    private Set<String> fields(Object what, Consumer<String> field) {
        Set<String> names = new Names();
        while (next() != JsonToken.END_OBJECT) {
            String name = text();
            if (!names.add(name)) {
                throw problem(duplicate, what + " contains the name " + Quoted.of(name) + " twice");
            }
            field.accept(name);
        }
        return names;
    }

    /** Reads a text. */
    public String string(Object what) {
        expect(JsonToken.VALUE_STRING, what, "a string");
        String text = text();
        // The parser checks this of names, not of values.
        if (hasUnpairedSurrogate(text)) {
            throw malformed(what + " contains an unpaired surrogate");
        }
        return text;
    }

    private static boolean hasUnpairedSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return !StandardCharsets.UTF_8.newEncoder().canEncode(text);
            }
        }
        return false;
    }

    /**
     * Reads an array of whole numbers.
     *
     * @param unfit the code of a number that is not whole or beyond 64 bits
     */
    public long[] integers(Object what, ErrorCode unfit) {
        expect(JsonToken.START_ARRAY, what, "a list of whole numbers");
        long[] numbers = new long[USUAL_INTEGERS];
        int count = 0;
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            if (!token.isNumeric()) {
                throw malformed(what + " is not a list of whole numbers");
            }
            if (count == MOST_INTEGERS) {
                throw malformed(what + " has more than " + MOST_INTEGERS + " numbers");
            }
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = integer(what, unfit);
        }
        return Arrays.copyOf(numbers, count);
    }

    /**
     * Reads a whole number.
     *
     * @param unfit the code of a number that is not whole or beyond 64 bits
     */
    public long number(Object what, ErrorCode unfit) {
        if (!next().isNumeric()) {
            throw malformed(what + " is not a whole number");
        }
        return integer(what, unfit);
    }

    /** Reads {@code true} or {@code false}. */
    public boolean truth(Object what) {
        JsonToken token = next();
        if (!token.isBoolean()) {
            throw malformed(what + " is neither true nor false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    /**
     * Reads an array.
     *
     * @param what what messages call it
     * @param element reads one value
     */
    public void array(Object what, Runnable element) {
        expect(JsonToken.START_ARRAY, what, "a list");
        while (next() != JsonToken.END_ARRAY) {
            again = true;
            element.run();
        }
    }

    /** Passes over {@code null} and returns true, if it is next. */
    public boolean skipNull() {
        again = next() != JsonToken.VALUE_NULL;
        return !again;
    }

    private long integer(Object what, ErrorCode unfit) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getStringLength() <= SURE_DIGITS) {
            return parser.getLongValue(); // Which makes no text.
        }
        String digits = text();
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException notALong) {
            throw problem(
                    unfit,
                    what
                            + " has the number "
                            + Quoted.of(digits)
                            + ", which is not a whole number of at most 64 bits");
        }
    }

    /** Passes over a value of any kind, which is checked like everything else. */
    public void skip() {
        skipFrom(next());
    }

    private void skipFrom(JsonToken token) {
        if (token == JsonToken.START_OBJECT) {
            fields("it", name -> skip());
        } else if (token == JsonToken.START_ARRAY) {
            for (JsonToken element = next(); element != JsonToken.END_ARRAY; element = next()) {
                skipFrom(element);
            }
        }
    }

    /** Checks that nothing but white space follows. */
    public void end() {
        if (nextToken() != null) {
            throw malformed("it has unexpected data after the end");
        }
    }

    /** Returns the exception for a value that is not of the form that the format asks for. */
    public TergeException malformed(String message) {
        return problem(malformed, message);
    }

    private TergeException problem(ErrorCode code, String message) {
        return at(code, message, parser.currentTokenLocation());
    }

    private TergeException at(ErrorCode code, String message, TokenStreamLocation place) {
        String where = "line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
        return new TergeException(
                Problem.of(code, "%s: %s (%s)".formatted(subject, message, where)));
    }

    private void expect(JsonToken token, Object what, String kind) {
        if (next() != token) {
            throw malformed(what + " is not " + kind);
        }
    }

    private JsonToken next() {
        JsonToken token = again ? parser.currentToken() : nextToken();
        again = false;
        if (token == null) {
            throw malformed("it ends too early");
        }
        return token;
    }

    private @Nullable JsonToken nextToken() {
        try {
            return parser.nextToken();
        } catch (JacksonException failure) {
            throw told(failure);
        }
    }

    private String text() {
        try {
            return parser.getString();
        } catch (JacksonException failure) {
            throw told(failure);
        }
    }

    private TergeException told(JacksonException failure) {
        if (failure.getCause() instanceof CharacterCodingException) {
            return malformed("it is not valid UTF-8");
        }
        // What breaks a limit of the parser comes without a place.
        TokenStreamLocation place =
                Objects.requireNonNullElseGet(failure.getLocation(), parser::currentLocation);
        // The parser repeats what it does not understand.
        return at(malformed, Quoted.text(failure.getOriginalMessage()), place);
    }

    @Override
    public void close() {
        parser.close();
    }
}
