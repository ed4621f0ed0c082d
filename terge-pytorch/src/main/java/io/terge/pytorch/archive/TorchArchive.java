package io.terge.pytorch.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.OpenFile;
import io.terge.files.Quoted;
import io.terge.files.zip.ZipArchive;
import io.terge.files.zip.ZipEntry;
import io.terge.pytorch.problem.TorchCode;
import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A zip archive that PyTorch wrote. All of its entries are in one folder, whose name does not
 * matter.
 *
 * @param zip the archive
 * @param folder the folder, with a slash at its end; empty if there is none
 * @param kind what wrote it
 * @param subject what messages call the file, quoted
 */
public record TorchArchive(ZipArchive zip, String folder, ArchiveKind kind, String subject) {

    /** The pickle of a saved object or a script module. */
    public static final String PICKLE = "data.pkl";

    /** The tensors within the code of a script module. */
    public static final String CONSTANTS = "constants.pkl";

    private static final String EXPORTED = "archive_format";
    private static final String BYTE_ORDER = "byteorder";
    private static final int SHORT_TEXT = 1 << 10;

    // What older versions wrote.
    private static final String OLD_SCRIPT = "model.json";
    private static final String OLD_EXPORT = "serialized_exported_program.json";

    /**
     * Reads the directory of an archive, and finds out what wrote it.
     *
     * @throws TergeException with a {@link io.terge.files.zip.ZipCode} or {@link TorchCode}
     */
    public static TorchArchive read(OpenFile file) throws IOException {
        return of(ZipArchive.read(file), Quoted.of(file.path()));
    }

    /**
     * Reads an archive that is not a file of its own.
     *
     * @param bytes its bytes
     * @param subject what messages call it, quoted
     * @throws TergeException as {@link #read(OpenFile)} does
     */
    static TorchArchive read(StoredBytes bytes, String subject) throws IOException {
        return of(ZipArchive.read(bytes, subject), subject);
    }

    private static TorchArchive of(ZipArchive zip, String subject) throws IOException {
        TorchArchive archive =
                folderOf(zip, PICKLE, subject)
                        .map(folder -> pickled(zip, folder, subject))
                        .or(() -> exported(zip, subject))
                        .orElseThrow(() -> unknown(zip, subject));
        archive.checkByteOrder();
        return archive;
    }

    private static TorchArchive pickled(ZipArchive zip, String folder, String subject) {
        ArchiveKind kind =
                zip.find(folder + CONSTANTS).isPresent() ? ArchiveKind.SCRIPT : ArchiveKind.SAVED;
        return new TorchArchive(zip, folder, kind, subject);
    }

    private static Optional<TorchArchive> exported(ZipArchive zip, String subject) {
        return folderOf(zip, EXPORTED, subject)
                .map(folder -> new TorchArchive(zip, folder, ArchiveKind.EXPORTED, subject));
    }

    /**
     * Returns the folder that contains a file: that of the first entry, which PyTorch takes, else
     * the outermost.
     */
    private static Optional<String> folderOf(ZipArchive zip, String file, String subject) {
        List<String> folders =
                zip.entries().stream()
                        .map(ZipEntry::name)
                        .filter(name -> isFile(name, file))
                        .map(name -> name.substring(0, name.length() - file.length()))
                        .sorted(Comparator.comparingLong(TorchArchive::depth))
                        .toList();
        if (folders.size() > 1 && depth(folders.get(0)) == depth(folders.get(1))) {
            throw new TergeException(
                    Problem.of(
                            TorchCode.TORCH_INVALID,
                            "%s contains two objects: %s and %s"
                                    .formatted(
                                            subject,
                                            Quoted.of(folders.get(0) + file),
                                            Quoted.of(folders.get(1) + file))));
        }
        return folders.stream()
                .filter(folder -> isFirst(zip, folder))
                .findFirst()
                .or(() -> folders.stream().findFirst());
    }

    private static boolean isFirst(ZipArchive zip, String folder) {
        return depth(folder) == 1 && zip.entries().getFirst().name().startsWith(folder);
    }

    private static long depth(String folder) {
        return folder.chars().filter(character -> character == '/').count();
    }

    private static TergeException unknown(ZipArchive zip, String subject) {
        if (contains(zip, OLD_SCRIPT)) {
            return unsupported(subject + " is a TorchScript archive of PyTorch before 1.4");
        }
        if (contains(zip, OLD_EXPORT)) {
            return unsupported(subject + " is an archive of torch.export of an older PyTorch");
        }
        return new TergeException(
                Problem.of(
                        TorchCode.TORCH_INVALID,
                        subject + " is a zip archive, but not one that PyTorch wrote"));
    }

    private static boolean contains(ZipArchive zip, String file) {
        return zip.entries().stream().anyMatch(entry -> isFile(entry.name(), file));
    }

    /**
     * Whether the name of an entry is that of a file, in whatever folder and case, as for PyTorch.
     */
    private static boolean isFile(String name, String file) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals(file) || lower.endsWith("/" + file);
    }

    private void checkByteOrder() throws IOException {
        Optional<ZipEntry> entry = find(BYTE_ORDER);
        if (entry.isPresent()) {
            String order = text(entry.get());
            if (!order.equals("little")) {
                throw unsupported("%s has the byte order %s".formatted(subject, Quoted.of(order)));
            }
        }
    }

    /** What messages call an entry, quoted. */
    public String subject(ZipEntry entry) {
        return "%s: %s".formatted(subject, Quoted.of(entry.name()));
    }

    /** Reads an entry of a word or two. */
    public String text(ZipEntry entry) throws IOException {
        return new String(content(entry, SHORT_TEXT), UTF_8).strip();
    }

    /**
     * Reads the content of a small entry. Its checksum is checked as by {@link #bytes}.
     *
     * @param limit the maximum size; more is a {@link TergeException}
     */
    public byte[] content(ZipEntry entry, int limit) throws IOException {
        if (entry.crc() != 0 || !entry.isStored() || entry.size() > limit) {
            return zip.content(entry, limit);
        }
        byte[] bytes = new byte[(int) entry.size()];
        bytes(entry).read(0, MemorySegment.ofArray(bytes));
        return bytes;
    }

    private static TergeException unsupported(String what) {
        return new TergeException(
                Problem.of(TorchCode.TORCH_UNSUPPORTED, what + ", which is not supported")
                        .fix("load it with PyTorch and save it again"));
    }

    /** Returns the entry with a name in the folder. */
    public Optional<ZipEntry> find(String name) {
        return zip.find(folder + name);
    }

    /** Returns the entry with a name in the folder. */
    public ZipEntry require(String name) {
        return find(name)
                .orElseThrow(
                        () ->
                                new TergeException(
                                        Problem.of(
                                                        TorchCode.TORCH_INVALID,
                                                        "%s has no entry %s"
                                                                .formatted(
                                                                        subject,
                                                                        Quoted.of(folder + name)))
                                                .fix("copy or download the file again")));
    }

    /**
     * Returns the content of an entry, which is read on demand. Its checksum is checked, unless
     * PyTorch was told to compute none, and wrote 0.
     */
    public StoredBytes bytes(ZipEntry entry) {
        return entry.crc() == 0 ? zip.unchecked(entry) : zip.bytes(entry);
    }
}
