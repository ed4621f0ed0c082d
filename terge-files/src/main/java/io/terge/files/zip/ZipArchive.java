package io.terge.files.zip;

import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.OpenFile;
import io.terge.files.Quoted;
import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A zip archive, as a rule in an open file, which it does not close. Safe for use by several
 * threads at once.
 *
 * @since 0.1
 */
public final class ZipArchive {

    private final StoredBytes file;
    private final ZipProblems problems;
    private final Map<String, ZipEntry> entries;
    private final List<ZipEntry> inOrder;

    private ZipArchive(StoredBytes file, ZipProblems problems, Map<String, ZipEntry> entries) {
        this.file = file;
        this.problems = problems;
        this.entries = entries;
        this.inOrder = List.copyOf(entries.values());
    }

    /**
     * Reads and checks the directory and the headers of all entries. Does not read their content.
     *
     * @throws TergeException with {@link ZipCode#ZIP_INVALID} if the file is not a zip archive,
     *     contradicts itself, has more than a million entries or a directory of more than 256 MiB;
     *     with {@link TergeCode#FILE_TRUNCATED} if its end is missing; with {@link
     *     TergeCode#DUPLICATE_NAME} if two entries have one name; with {@link
     *     TergeCode#UNSAFE_PATH} if a name is empty, absolute, leaves the archive by {@code ..} or
     *     contains NUL; a backslash counts as a slash
     * @throws IOException if the file cannot be read
     */
    public static ZipArchive read(OpenFile file) throws IOException {
        return read(file.bytes(0, file.size()), Quoted.of(file.path()));
    }

    /**
     * Reads an archive that is not a file of its own, such as an entry of another archive.
     *
     * @param file its bytes
     * @param subject what messages call it, quoted
     * @throws TergeException as {@link #read(OpenFile)} does
     * @throws IOException if the bytes cannot be read
     */
    public static ZipArchive read(StoredBytes file, String subject) throws IOException {
        ZipProblems problems = new ZipProblems(subject);
        DirectoryPlace place = DirectoryPlace.find(file, problems);
        List<CentralHeader> headers = CentralDirectory.read(file, place, problems);
        Map<String, ZipEntry> entries = LinkedHashMap.newLinkedHashMap(headers.size());
        checkDistinct(headers, problems);
        for (ZipEntry entry : new LocalHeaders(file, place.start(), problems).entries(headers)) {
            entries.put(entry.name(), entry);
        }
        return new ZipArchive(file, problems, entries);
    }

    private static void checkDistinct(List<CentralHeader> headers, ZipProblems problems) {
        Set<String> names = HashSet.newHashSet(headers.size());
        for (CentralHeader header : headers) {
            if (!names.add(EntryName.path(header.name()))) {
                throw problems.of(
                        TergeCode.DUPLICATE_NAME,
                        header.name(),
                        "exists twice",
                        "save the model again");
            }
        }
    }

    /** All entries in the order of the directory; their names are distinct. */
    public List<ZipEntry> entries() {
        return inOrder;
    }

    /** Returns the entry with a name, if there is one. */
    public Optional<ZipEntry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /**
     * Returns the content of an entry, which is read on demand. Its checksum is computed from what
     * is read, by any threads and in any order; the read after which every byte has been read once
     * fails if the checksum is wrong, and so do all later ones. Content that is never read as a
     * whole, or in more than 256 separate pieces at a time, is not checked.
     *
     * @throws TergeException with {@link ZipCode#ZIP_COMPRESSED} if the entry is not {@linkplain
     *     ZipEntry#isStored() stored}; reads throw it with {@link ZipCode#CHECKSUM_MISMATCH}
     */
    public StoredBytes bytes(ZipEntry entry) {
        return new CheckedBytes(unchecked(entry), entry, problems);
    }

    /**
     * Returns the content of an entry, which is read on demand and not checked.
     *
     * @throws TergeException with {@link ZipCode#ZIP_COMPRESSED} if the entry is not {@linkplain
     *     ZipEntry#isStored() stored}
     */
    public StoredBytes unchecked(ZipEntry entry) {
        if (!entry.isStored()) {
            throw problems.compressed(entry.name());
        }
        return raw(entry);
    }

    /**
     * Reads the content of a small entry, stored or deflated, and checks its checksum.
     *
     * @param limit the maximum size
     * @throws TergeException with {@link ZipCode#ZIP_INVALID} if the content is larger than the
     *     limit, or not of the size that the directory states; with {@link ZipCode#ZIP_COMPRESSED}
     *     if it is compressed in another way, or encrypted; with {@link ZipCode#CHECKSUM_MISMATCH}
     *     if the checksum is wrong
     * @throws IOException if the file cannot be read
     */
    public byte[] content(ZipEntry entry, int limit) throws IOException {
        return new EntryContent(raw(entry), entry, problems).read(limit);
    }

    /** Returns the bytes of an entry as they are in the file, compressed or not. */
    public StoredBytes raw(ZipEntry entry) {
        if (!entry.equals(entries.get(entry.name()))) {
            throw new IllegalArgumentException(entry + " is not an entry of this archive");
        }
        return file.slice(entry.start(), entry.compressedSize());
    }
}
