package io.terge.hf.tokenizer;

import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.files.json.JsonFailure;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;

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
        JsonFailure said = new JsonFailure(failure);
        String why =
                failure instanceof Unfit unfit
                        ? Quoted.text(unfit.getOriginalMessage())
                        : said.why();
        return new TergeException(TokenFiles.invalid(file, why + said.place()), failure);
    }
}
