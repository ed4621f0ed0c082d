package io.terge.json;

import io.terge.error.PrintableText;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.TokenStreamLocation;

import java.io.Serial;

/** Something is wrong with a document. The message says what, and where. */
final class JsonFault extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private JsonFault(String message, @Nullable Throwable cause) {
        // The message may repeat what the document contains.
        super(PrintableText.of(message), cause);
    }

    /** Returns the fault of something at a place. */
    static JsonFault at(
            @Nullable TokenStreamLocation place, String what, @Nullable Throwable cause) {
        return place == null
                ? new JsonFault(what, cause)
                : new JsonFault(
                        "%s at line %d, column %d"
                                .formatted(what, place.getLineNr(), place.getColumnNr()),
                        cause);
    }

    /** Returns the fault of a whole document. */
    static JsonFault of(String what) {
        return new JsonFault(what, null);
    }

    /** What is wrong, and where. */
    String text() {
        return String.valueOf(getMessage());
    }
}
