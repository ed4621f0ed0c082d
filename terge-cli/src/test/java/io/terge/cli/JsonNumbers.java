package io.terge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers of JSON files, with no code of terge. */
final class JsonNumbers {

    private JsonNumbers() {}

    /** The first number that has this name. */
    static double read(Path file, String name) throws IOException {
        Matcher field =
                Pattern.compile("\"" + name + "\"\\s*:\\s*([-+0-9.eE]+)")
                        .matcher(Files.readString(file));
        if (!field.find()) {
            throw new IllegalArgumentException("There is no " + name + " in " + file);
        }
        return Double.parseDouble(field.group(1));
    }
}
