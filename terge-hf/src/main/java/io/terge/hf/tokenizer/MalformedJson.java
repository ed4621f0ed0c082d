package io.terge.hf.tokenizer;

import io.terge.error.TergeException;
import io.terge.files.Quoted;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

import java.io.IOException;
import java.io.Serial;
import java.nio.charset.CharacterCodingException;

/** Says what is wrong with a malformed JSON file of a tokenizer, and where. */
final class MalformedJson {

    private MalformedJson() {}

    /** What is JSON, but not what is expected. */
    static final class Unfit extends StreamReadException {

        @Serial private static final long serialVersionUID = 1;

        /**
         * @param json at the value
         * @param why what is wrong with it
         */
        Unfit(JsonParser json, String why) {
            super(json, why, json.currentTokenLocation());
        }
    }

    /**
     * Returns the problem of a file.
     *
     * @throws IOException if the file cannot be read
     */
    static TergeException of(Object file, JacksonException failure) throws IOException {
        if (failure.getCause() instanceof IOException cause
                && !(cause instanceof CharacterCodingException)) {
            throw cause;
        }
        boolean hasPlace = failure.getLocation() != null && failure.getLocation().getLineNr() > 0;
        String place =
                hasPlace
                        ? " (line %d, column %d)"
                                .formatted(
                                        failure.getLocation().getLineNr(),
                                        failure.getLocation().getColumnNr())
                        : "";
        return new TergeException(TokenFiles.invalid(file, why(failure) + place), failure);
    }

    private static String why(JacksonException failure) {
        if (failure.getCause() instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        return switch (failure) {
            case Unfit unfit -> Quoted.text(unfit.getOriginalMessage());
            case UnexpectedEndOfInputException _ -> "it is incomplete";
            case StreamConstraintsException _ ->
                    "it has a text that is too long, or values that are nested too deeply";
            case InputCoercionException _ -> "a number is out of range";
            default -> "it is not valid JSON: " + Quoted.text(start(failure.getOriginalMessage()));
        };
    }

    // What follows is what the parser would have understood, and how it could be configured.
    private static String start(String message) {
        int end = Math.max(message.indexOf("): "), message.indexOf("': "));
        return end < 0 ? message : message.substring(0, end + 1);
    }
}
