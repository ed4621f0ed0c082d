package io.terge.examples.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The digests of all files of a model. */
final class Digests {

    private Digests() {}

    /** Returns them by the names of the files within the model. */
    static Map<String, String> of(Path model) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> all = Files.walk(model)) {
            for (Path path : all.toList()) {
                digests.put(
                        model.relativize(path).toString(),
                        Files.isDirectory(path) ? "directory" : of(Files.readAllBytes(path)));
            }
        }
        return digests;
    }

    private static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("Every JDK has SHA-256", impossible);
        }
    }
}
