package io.terge.benchmarks.check;

import io.terge.benchmarks.files.WeightFiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Whether all outputs have the same bytes of weights as the first that was checked. */
public final class SameBytes implements OutputCheck {

    private final List<String> seen = new ArrayList<>();

    private SameBytes() {}

    /** Compares outputs with each other. */
    public static SameBytes asEachOther() {
        return new SameBytes();
    }

    /** Compares outputs with a model. */
    public static SameBytes as(Path model) throws IOException {
        SameBytes check = new SameBytes();
        check.check(model);
        return check;
    }

    @Override
    public void check(Path output) throws IOException {
        String digest = digest(output);
        if (seen.isEmpty()) {
            seen.add(digest);
        } else if (!seen.contains(digest)) {
            throw new WrongOutputException("The bytes of the output are not those of the first");
        }
    }

    private static String digest(Path model) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 20];
        for (Path file : WeightFiles.in(model)) {
            try (InputStream in = Files.newInputStream(file)) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    digest.update(buffer, 0, count);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
