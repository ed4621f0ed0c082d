package io.terge.hf.tokenizer;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.spi.format.Vocabulary;

import tools.jackson.core.JacksonException;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Files of one kind that list tokens.
 *
 * @param files the files, of which later ones add to earlier ones
 * @param reader how they are read
 * @param byToken whether the rows of a parameter belong to tokens, by its name
 */
record TokenFiles(List<Path> files, TokenReader reader, Predicate<String> byToken)
        implements Vocabulary {

    static final long MAX_BYTES = 256L << 20;

    TokenFiles {
        files = List.copyOf(files);
    }

    @Override
    public String name() {
        return String.valueOf(files.getFirst().getFileName());
    }

    @Override
    public String identity() throws IOException {
        StringBuilder identity = new StringBuilder(name());
        for (Path file : files) {
            identity.append(' ').append(digest(file));
        }
        return identity.toString();
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
        try (InputStream stream = Files.newInputStream(file)) {
            new DigestInputStream(stream, digest).transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public Map<String, Integer> tokens() throws IOException {
        Map<String, Integer> tokens = new HashMap<>();
        for (Path file : files) {
            if (Files.size(file) > MAX_BYTES) {
                throw new TergeException(tooLarge(file));
            }
            try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
                reader.read(stream, tokens);
            } catch (JacksonException malformed) {
                throw MalformedJson.of(file, malformed);
            }
        }
        return tokens;
    }

    @Override
    public boolean isByToken(String parameter) {
        return byToken.test(parameter);
    }

    static Problem tooLarge(Object file) {
        return invalid(file, "it exceeds 256 MiB");
    }

    static Problem invalid(Object file, String why) {
        return Problem.of(
                        TokenizerCode.TOKENIZER_INVALID,
                        "%s is not a valid list of tokens: %s".formatted(Quoted.of(file), why))
                .fix("download or save the tokenizer again");
    }
}
