package io.terge.engine.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * The version of terge that is running.
 *
 * @param text e.g. {@code "0.1.0"}
 */
public record TergeVersion(String text) {

    /** Reads the version that the build wrote beside this class. */
    public static TergeVersion current() {
        try (InputStream resource = TergeVersion.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(resource, "version.properties"));
            return new TergeVersion(properties.getProperty("version", "unknown"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
