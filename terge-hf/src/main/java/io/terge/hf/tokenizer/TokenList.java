package io.terge.hf.tokenizer;

import io.terge.error.TergeException;
import io.terge.spi.format.Companion;

import tools.jackson.core.JsonParser;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tokens that a {@code tokenizer.json} lists.
 *
 * @param ids the number of each token, those that are added included
 * @param added the tokens that the file lists apart, in its order
 * @param further those of them that are not in the vocabulary of the tokenizer's model
 */
public record TokenList(Map<String, Integer> ids, List<AddedToken> added, Set<String> further) {

    public TokenList {
        ids = Map.copyOf(ids);
        added = List.copyOf(added);
        further = Set.copyOf(further);
    }

    /**
     * Tokens that are all in the vocabulary of the tokenizer's model.
     *
     * @param ids the number of each token
     * @param added the tokens that the file lists apart, too
     */
    public TokenList(Map<String, Integer> ids, List<AddedToken> added) {
        this(ids, added, Set.of());
    }

    /**
     * Reads a {@code tokenizer.json}.
     *
     * @throws TergeException if it is malformed
     * @throws IOException if it cannot be read
     */
    public static TokenList read(Companion file) throws IOException {
        return TokenReader.parse(file, TokenList::read);
    }

    private static TokenList read(JsonParser json) {
        Map<String, Integer> ids = new HashMap<>();
        TokenizerJson tokenizer = new TokenizerJson(json, ids);
        List<AddedToken> added = tokenizer.read();
        Set<String> further = new HashSet<>();
        for (AddedToken token : added) {
            if (ids.put(token.content(), token.id()) == null) {
                further.add(token.content());
            }
        }
        return new TokenList(ids, added, further);
    }
}
