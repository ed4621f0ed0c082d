package io.terge.engine.model;

import io.terge.tensor.ParameterSpec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Gathers a SHA-256, from a buffer, as a header is a million short pieces. Every text and list is
 * preceded by its length, so that no two run together.
 */
final class HeaderDigest {

    private static final int BUFFER = 1 << 13;

    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    HeaderDigest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }

    private HeaderDigest(MessageDigest digest) {
        this.digest = digest;
    }

    /**
     * Another one that has gathered the same; empty where the security provider makes no copies.
     */
    Optional<HeaderDigest> copy() {
        flush();
        try {
            return Optional.of(new HeaderDigest((MessageDigest) digest.clone()));
        } catch (CloneNotSupportedException ofThisProvider) {
            return Optional.empty();
        }
    }

    HeaderDigest add(List<ParameterSpec> parameters) {
        add(parameters.size());
        for (ParameterSpec spec : parameters) {
            add(spec.name());
            add(spec.dtype().name());
            add(spec.shape().rank());
            for (int axis = 0; axis < spec.shape().rank(); axis++) {
                add(spec.shape().dimension(axis));
            }
            add(spec.byteSize());
        }
        return this;
    }

    HeaderDigest add(SortedMap<String, String> texts) {
        add(texts.size());
        texts.forEach(
                (name, text) -> {
                    add(name);
                    add(text);
                });
        return this;
    }

    String hexadecimal() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        if (bytes.length > buffer.remaining()) {
            flush();
        }
        if (bytes.length > buffer.remaining()) {
            digest.update(bytes);
        } else {
            buffer.put(bytes);
        }
    }

    private void add(long number) {
        if (buffer.remaining() < Long.BYTES) {
            flush();
        }
        buffer.putLong(number);
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }
}
