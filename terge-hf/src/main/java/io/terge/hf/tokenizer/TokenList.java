package io.terge.hf.tokenizer;

import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.spi.format.Companion;

import tools.jackson.core.JacksonException;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tokens that a {@code tokenizer.json} lists.
 *
 * @param ids the number of each token, those that are added included
 * @param added the tokens that are added to the model's own, in the order of the file
 */
public record TokenList(Map<String, Integer> ids, List<AddedToken> added) {

    public TokenList {
        ids = Map.copyOf(ids);
        added = List.copyOf(added);
    }

    /**
     * Reads a {@code tokenizer.json}.
     *
     * @throws TergeException if it is malformed
     * @throws IOException if it cannot be read
     */
    public static TokenList read(Companion file) throws IOException {
        Object named = file.path().<Object>map(path -> path).orElse(file.name());
        if (file.path().isPresent() && Files.size(file.path().get()) > TokenFiles.MAX_BYTES) {
            throw new TergeException(TokenFiles.tooLarge(named));
        }
        Map<String, Integer> ids = new HashMap<>();
        try (InputStream stream = new BufferedInputStream(file.open())) {
            return new TokenList(ids, TokenReader.added(stream, ids));
        } catch (JacksonException malformed) {
            String why = Quoted.text(malformed.getOriginalMessage());
            throw new TergeException(TokenFiles.invalid(named, why), malformed);
        }
    }
}
