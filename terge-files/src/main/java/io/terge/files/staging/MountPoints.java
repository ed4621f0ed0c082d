package io.terge.files.staging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places at which Linux shows other file systems or other directories. What is there belongs to
 * somebody else, and can neither be moved nor deleted with the directory around it.
 *
 * @param table the kernel's list; where it is missing, there are none
 */
record MountPoints(Path table) {

    private static final int FIELD = 4;
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-7]{3})");

    /** Those that this process sees. */
    static MountPoints ofProcess() {
        return new MountPoints(Path.of("/proc/self/mountinfo"));
    }

    /** Finds one at a directory or below it. */
    Optional<Path> within(Path directory) throws IOException {
        if (!Files.isReadable(table) || !isOfSameSystem(directory)) {
            return Optional.empty();
        }
        Path real = directory.toRealPath();
        // Bytes, not characters: names need not be valid in any encoding.
        List<String> lines = Files.readAllLines(table, StandardCharsets.ISO_8859_1);
        return lines.stream()
                .map(line -> line.split(" "))
                .filter(fields -> fields.length > FIELD)
                .flatMap(fields -> path(name(fields[FIELD])).stream())
                .filter(place -> place.startsWith(real))
                .findFirst();
    }

    private boolean isOfSameSystem(Path directory) {
        return directory.getFileSystem().equals(table.getFileSystem());
    }

    // What cannot be named cannot be below a directory that was named.
    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException unnameable) {
            return Optional.empty();
        }
    }

    private static String name(String escaped) {
        String bytes =
                ESCAPE.matcher(escaped)
                        .replaceAll(
                                octal ->
                                        Matcher.quoteReplacement(
                                                Character.toString(
                                                        Integer.parseInt(octal.group(1), 8))));
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
