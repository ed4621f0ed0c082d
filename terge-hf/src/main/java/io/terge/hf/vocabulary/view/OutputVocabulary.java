package io.terge.hf.vocabulary.view;

import io.terge.hf.config.VocabularyNames;
import io.terge.spi.format.Vocabulary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;

/**
 * The tokens of the output.
 *
 * @param byId the tokens by their numbers
 */
record OutputVocabulary(NavigableMap<Integer, String> byId) implements Vocabulary {

    OutputVocabulary {
        byId = Collections.unmodifiableNavigableMap(byId);
    }

    @Override
    public String name() {
        return "tokenizer.json";
    }

    @Override
    public String identity() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
        byId.forEach(
                (id, token) -> {
                    byte[] text = token.getBytes(StandardCharsets.UTF_8);
                    digest.update((id + " " + text.length + " ").getBytes(StandardCharsets.UTF_8));
                    digest.update(text);
                });
        return "aligned " + HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public Map<String, Integer> tokens() {
        Map<String, Integer> tokens = new HashMap<>();
        byId.forEach((id, token) -> tokens.put(token, id));
        return tokens;
    }

    @Override
    public boolean isByToken(String parameter) {
        return VocabularyNames.contains(parameter);
    }
}
