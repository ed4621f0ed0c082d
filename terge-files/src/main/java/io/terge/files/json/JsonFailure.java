package io.terge.files.json;

import io.terge.files.Quoted;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

import java.nio.charset.CharacterCodingException;

/**
 * What a parser says of malformed JSON, in the words of terge.
 *
 * @param failure what it has thrown
 * @since 0.1
 */
public record JsonFailure(JacksonException failure) {

    /** What is wrong, as a sentence about the file. */
    public String why() {
        if (failure.getCause() instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        return switch (failure) {
            case UnexpectedEndOfInputException _ -> "it is incomplete";
            case StreamConstraintsException _ ->
                    "it has a string that is too long, or values that are nested too deeply";
            case InputCoercionException _ -> "a number is out of range";
            default -> "it is not valid JSON: " + Quoted.text(start(failure.getOriginalMessage()));
        };
    }

    /** Where it is, in parentheses after a space; empty if that is not known. */
    public String place() {
        boolean hasPlace = failure.getLocation() != null && failure.getLocation().getLineNr() > 0;
        return hasPlace
                ? " (line %d, column %d)"
                        .formatted(
                                failure.getLocation().getLineNr(),
                                failure.getLocation().getColumnNr())
                : "";
    }

    // What follows is what the parser would have understood, and how it could be configured.
    private static String start(String message) {
        int end = Math.max(message.indexOf("): "), message.indexOf("': "));
        return end < 0 ? message : message.substring(0, end + 1);
    }
}
