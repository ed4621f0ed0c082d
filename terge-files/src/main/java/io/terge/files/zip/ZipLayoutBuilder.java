package io.terge.files.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the entries of a {@link ZipLayout}, in the order of the file.
 *
 * @since 0.1
 */
public final class ZipLayoutBuilder {

    /** The size of a header in the directory with every zip64 number, without the name. */
    private static final int CENTRAL_64_BYTES = ZipFormat.CENTRAL_BYTES + 4 + 3 * Long.BYTES;

    private static final int MAX_ALIGNMENT = 1 << 14;

    private final Map<String, EntrySource> sources = new LinkedHashMap<>();
    private final Set<String> paths = new HashSet<>();
    private int alignment = 1;
    private long directorySize;

    ZipLayoutBuilder() {}

    /**
     * Lets the content of every entry start at a multiple of a number of bytes, by an extra field
     * in front of it. By default it starts anywhere.
     *
     * @param bytes a power of two up to 16384; 1 for none
     */
    public ZipLayoutBuilder alignment(int bytes) {
        if (Integer.bitCount(bytes) != 1 || bytes < 1 || bytes > MAX_ALIGNMENT) {
            throw new IllegalArgumentException(
                    "Expected a power of two up to " + MAX_ALIGNMENT + ", got " + bytes);
        }
        alignment = bytes;
        return this;
    }

    /**
     * Adds an entry whose content is known.
     *
     * @throws TergeException with {@link TergeCode#OUTPUT_NOT_SUPPORTED} if a zip archive cannot
     *     have the name, or has it already
     */
    public ZipLayoutBuilder content(String name, byte[] content) {
        return add(name, new KnownContent(content.clone()));
    }

    /**
     * Adds an entry whose content is a parameter.
     *
     * @param name the name of the entry
     * @param parameter the name under which its bytes are written
     * @param size the number of bytes
     * @throws TergeException as {@link #content}
     */
    public ZipLayoutBuilder parameter(String name, String parameter, long size) {
        return parameter(name, new byte[0], parameter, size);
    }

    /**
     * Adds an entry whose content is a parameter with other bytes in front of it.
     *
     * @param name the name of the entry
     * @param prefix the bytes in front
     * @param parameter the name under which its bytes are written
     * @param size the number of bytes of the parameter
     * @throws TergeException as {@link #content}
     */
    public ZipLayoutBuilder parameter(String name, byte[] prefix, String parameter, long size) {
        if (size < 0 || size > Long.MAX_VALUE - prefix.length) {
            throw new IllegalArgumentException("Expected a number of bytes, got " + size);
        }
        return add(name, new ParameterContent(prefix.clone(), parameter, size));
    }

    /**
     * Adds an entry of another archive as it is, compressed or not. It is read when the layout is
     * completed; the archive must be open then. Its checksum is copied, not checked.
     *
     * @throws TergeException as {@link #content}, and with {@link ZipCode#ZIP_COMPRESSED} if the
     *     entry is encrypted
     */
    public ZipLayoutBuilder copy(ZipArchive from, ZipEntry entry) {
        if (entry.encrypted()) {
            throw new TergeException(
                    Problem.of(
                                    ZipCode.ZIP_COMPRESSED,
                                    Quoted.of(entry.name()) + " is encrypted; it cannot be copied")
                            .fix("save the model without encryption"));
        }
        return add(entry.name(), new CopiedContent(from.raw(entry), entry));
    }

    private ZipLayoutBuilder add(String name, EntrySource source) {
        checkName(name);
        if (!paths.add(EntryName.path(name))) {
            throw refused("Two entries of a zip archive have the name " + Quoted.of(name));
        }
        sources.put(name, source);
        directorySize += CENTRAL_64_BYTES + name.getBytes(UTF_8).length;
        if (sources.size() > ZipFormat.MAX_ENTRIES || directorySize > ZipFormat.MAX_DIRECTORY) {
            throw refused(
                    ("A zip archive cannot have more than %d entries, or a directory of more than"
                                    + " %d bytes")
                            .formatted(ZipFormat.MAX_ENTRIES, ZipFormat.MAX_DIRECTORY));
        }
        return this;
    }

    private static void checkName(String name) {
        String fault =
                !UTF_8.newEncoder().canEncode(name)
                        ? "cannot be encoded in UTF-8"
                        : name.getBytes(UTF_8).length > ZipFormat.MAX_SHORT
                                ? "has more than " + ZipFormat.MAX_SHORT + " bytes"
                                : EntryName.fault(name).orElse("");
        if (!fault.isEmpty()) {
            throw refused(
                    "An entry of a zip archive cannot have the name %s, which %s"
                            .formatted(Quoted.of(name), fault));
        }
    }

    /**
     * Returns the layout.
     *
     * @throws TergeException with {@link TergeCode#OUTPUT_NOT_SUPPORTED} if the size of the file
     *     exceeds 64 bits
     */
    public ZipLayout build() {
        List<PlannedEntry> entries = new ArrayList<>();
        long position = 0;
        try {
            for (Map.Entry<String, EntrySource> each : sources.entrySet()) {
                PlannedEntry entry =
                        PlannedEntry.at(position, each.getKey(), each.getValue(), alignment);
                entries.add(entry);
                position = entry.end();
                Math.addExact(position, 2 * ZipFormat.MAX_DIRECTORY); // The directory follows.
            }
        } catch (ArithmeticException tooLarge) {
            throw refused("The size of the zip archive exceeds 64 bits");
        }
        return new ZipLayout(entries);
    }

    private static TergeException refused(String wrong) {
        return new TergeException(
                Problem.of(TergeCode.OUTPUT_NOT_SUPPORTED, wrong).fix("choose another format"));
    }
}
