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

    /** What the JVM makes of bytes that are no text in the encoding of file names. */
    private static final char UNKNOWN = '\uFFFD';

    /**
     * Returns a text with the home directory in place of the tilde that starts it.
     *
     * @throws TypeConversionException if it holds bytes that are no text: names of different bytes
     *     would be the same text, so one file could be written in the place of another
     */
    static String expanded(String text) {
        if (text.indexOf(UNKNOWN) >= 0) {
            throw new TypeConversionException(
                    ("'%s' is not text in the encoding of this system, %s: it may name several"
                                    + " files. Rename the file, or set LC_ALL to a locale of its"
                                    + " encoding, such as C.UTF-8")
                            .formatted(text, System.getProperty("sun.jnu.encoding")));
        }
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
