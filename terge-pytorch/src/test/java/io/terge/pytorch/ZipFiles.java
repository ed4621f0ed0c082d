package io.terge.pytorch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Zip archives as Java's library, or somebody with a hex editor, sees them. */
final class ZipFiles {

    static final Charset LATIN = StandardCharsets.ISO_8859_1;

    private static final int DIRECTORY_HEADER = 0x02014b50;
    private static final int END = 22;

    private ZipFiles() {}

    static List<String> names(Path path) throws IOException {
        return List.copyOf(contents(path).keySet());
    }

    /** The contents of all entries, in order, a character for each byte; checksums are checked. */
    static Map<String, String> contents(Path path) throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    CRC32 crc = new CRC32();
                    crc.update(bytes);
                    if (crc.getValue() != entry.getCrc()) {
                        throw new IOException("Wrong checksum of " + entry.getName());
                    }
                    contents.put(entry.getName(), new String(bytes, LATIN));
                }
            }
        }
        return contents;
    }

    static String hex(Map<String, String> contents, String name) {
        String content = Objects.requireNonNull(contents.get(name), name);
        return HexFormat.of().formatHex(content.getBytes(LATIN));
    }

    /** Where the bytes of each entry start, by the headers; for archives without zip64 fields. */
    static Map<String, Long> starts(Path path) throws IOException {
        Map<String, Long> starts = new LinkedHashMap<>();
        raw(path, starts);
        return starts;
    }

    /** The bytes of each entry in the file, in hexadecimal, after method and checksum. */
    static Map<String, String> raw(Path path) throws IOException {
        return raw(path, new LinkedHashMap<>());
    }

    private static Map<String, String> raw(Path path, Map<String, Long> starts) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, String> raw = new LinkedHashMap<>();
        int at = file.getInt(bytes.length - END + 16);
        while (file.getInt(at) == DIRECTORY_HEADER) {
            int nameSize = file.getShort(at + 28);
            String name = new String(bytes, at + 46, nameSize, StandardCharsets.UTF_8);
            int local = file.getInt(at + 42);
            int start = local + 30 + file.getShort(local + 26) + file.getShort(local + 28);
            int size = file.getInt(at + 20);
            starts.put(name, (long) start);
            String content = HexFormat.of().formatHex(bytes, start, start + size);
            raw.put(
                    name,
                    "%d %08x %s".formatted(file.getShort(at + 10), file.getInt(at + 16), content));
            at += 46 + nameSize + file.getShort(at + 30) + file.getShort(at + 32);
        }
        return raw;
    }

    /** The names that two archives have in common, with the same bytes. */
    static List<String> same(Path one, Path other) throws IOException {
        Map<String, String> ofOther = raw(other);
        List<String> same = new ArrayList<>();
        raw(one).forEach(
                        (name, content) -> {
                            if (content.equals(ofOther.get(name))) {
                                same.add(name);
                            }
                        });
        return same;
    }
}
