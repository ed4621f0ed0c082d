package io.terge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that were read and found good by a person. A text that differs is left in {@code
 * target/golden}: read it, and copy it to {@code src/test/resources/golden} if it is the better
 * one.
 */
final class GoldenFiles {

    private GoldenFiles() {}

    static void check(String name, String actual) {
        String expected = read(name);
        if (!expected.equals(actual)) {
            keep(name, actual);
        }
        assertThat(actual).as("golden/" + name + ".txt").isEqualTo(expected);
    }

    private static String read(String name) {
        try (InputStream in = GoldenFiles.class.getResourceAsStream("/golden/" + name + ".txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void keep(String name, String actual) {
        try {
            Path file = Path.of("target", "golden", name + ".txt");
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
