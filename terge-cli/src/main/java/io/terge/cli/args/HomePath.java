package io.terge.cli.args;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Paths that start with {@code ~/}. Shells resolve that where it starts a word, but not in {@code
 * --out=~/x}: there would be a directory of the name {@code ~}.
 */
public final class HomePath implements ITypeConverter<Path> {

    private static final String HOME = "~";

    /** Returns a text with the home directory in place of the tilde that starts it. */
    static String expanded(String text) {
        if (text.equals(HOME)) {
            return System.getProperty("user.home");
        }
        return text.startsWith(HOME + "/")
                ? System.getProperty("user.home") + text.substring(HOME.length())
                : text;
    }

    @Override
    public Path convert(String text) {
        try {
            return Path.of(expanded(text));
        } catch (InvalidPathException malformed) {
            throw new TypeConversionException("'%s' is not a path".formatted(text));
        }
    }
}
