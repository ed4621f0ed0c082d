package io.terge.engine.model;

import io.terge.tensor.ParameterSpec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/**
 * Gathers a SHA-256. Every text and list is preceded by its length, so that no two run together.
 */
final class HeaderDigest {

    private final MessageDigest digest;

    HeaderDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }

    HeaderDigest add(List<ParameterSpec> parameters) {
        add(parameters.size());
        for (ParameterSpec spec : parameters) {
            add(spec.name());
            add(spec.dtype().name());
            add(spec.shape().rank());
            spec.shape().dimensions().forEach(this::add);
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
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }
}
