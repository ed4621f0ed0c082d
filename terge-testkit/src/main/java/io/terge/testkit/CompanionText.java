package io.terge.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.terge.spi.format.Companion;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A companion that is a text in memory. */
record CompanionText(String name, String text) implements Companion {

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
