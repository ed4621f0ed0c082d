package io.terge.examples.fuzz.mutation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Changes of what is in a zip archive; the archive itself is right, and so are its checksums. */
final class ZipContents {

    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    private record Content(String name, byte[] bytes, boolean stored) {}

    private ZipContents() {}

    static byte[] change(byte[] archive, RandomGenerator random) {
        List<Content> contents;
        try {
            contents = contents(archive);
        } catch (IOException | RuntimeException damagedBefore) {
            return Bytes.change(archive, random);
        }
        if (contents.isEmpty()) {
            return Bytes.change(archive, random);
        }
        List<Content> pickles =
                contents.stream().filter(one -> one.name.endsWith("data.pkl")).toList();
        Content chosen =
                Pick.of(pickles.isEmpty() || random.nextInt(4) == 0 ? contents : pickles, random);
        int at = contents.indexOf(chosen);
        switch (random.nextInt(12)) {
            case 0 -> contents.remove(at);
            case 1 -> contents.add(new Content(chosen.name + "x", chosen.bytes, chosen.stored));
            case 2 -> contents.set(at, renamed(chosen, random));
            case 3 -> contents.add(contents.remove(at));
            case 4 -> contents.set(at, new Content(chosen.name, chosen.bytes, !chosen.stored));
            default -> contents.set(at, changed(chosen, random));
        }
        return archive(contents);
    }

    private static Content renamed(Content content, RandomGenerator random) {
        byte[] name = content.name.getBytes(StandardCharsets.UTF_8);
        byte[] other = Bytes.change(name, random);
        String text = new String(other, StandardCharsets.UTF_8);
        String shorter = text.substring(0, Math.min(text.length(), 1000));
        return new Content(shorter, content.bytes, content.stored);
    }

    private static Content changed(Content content, RandomGenerator random) {
        byte[] bytes = FileChange.of(content.name, content.bytes).apply(content.bytes, random);
        return new Content(content.name, bytes, content.stored);
    }

    private static List<Content> contents(byte[] archive) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int end = archive.length - 22;
        while (all.getInt(end) != END) {
            end--;
        }
        int at = all.getInt(end + 16);
        List<Content> contents = new ArrayList<>();
        while (all.getInt(at) == CENTRAL) {
            int nameSize = all.getShort(at + 28);
            String name = new String(archive, at + 46, nameSize, StandardCharsets.UTF_8);
            int local = all.getInt(at + 42);
            int start = local + 30 + all.getShort(local + 26) + all.getShort(local + 28);
            int size = all.getInt(at + 20);
            Objects.checkFromIndexSize(start, size, archive.length);
            byte[] bytes = Arrays.copyOfRange(archive, start, start + size);
            boolean stored = all.getShort(at + 10) == 0;
            contents.add(new Content(name, stored ? bytes : inflated(bytes), stored));
            at += 46 + nameSize + all.getShort(at + 30) + all.getShort(at + 32);
        }
        return contents;
    }

    private static byte[] inflated(byte[] bytes) throws IOException {
        Inflater inflater = new Inflater(true);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes), inflater)) {
            return in.readNBytes(1 << 20);
        } finally {
            inflater.end();
        }
    }

    private static byte[] archive(List<Content> contents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Set<String> names = new HashSet<>();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Content content : contents) {
                if (names.add(content.name)) {
                    zip.putNextEntry(entry(content));
                    zip.write(content.bytes);
                    zip.closeEntry();
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(Content content) {
        ZipEntry entry = new ZipEntry(content.name);
        if (content.stored) {
            CRC32 checksum = new CRC32();
            checksum.update(content.bytes);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.bytes.length);
            entry.setCrc(checksum.getValue());
        }
        return entry;
    }
}
