package io.terge.files.tiny;

import io.terge.spi.format.Companion;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A companion that is no file. */
public record TextCompanion(String name, String text) implements Companion {

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
