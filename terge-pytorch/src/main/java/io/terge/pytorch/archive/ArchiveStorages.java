package io.terge.pytorch.archive;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.files.zip.ZipEntry;
import io.terge.pytorch.problem.TorchCode;
import io.terge.pytorch.tensor.Storage;
import io.terge.pytorch.tensor.Storages;
import io.terge.tensor.StoredBytes;

import java.util.HashMap;
import java.util.Map;

/** The storages of an archive: one entry each. Used by one thread while the file is opened. */
public final class ArchiveStorages implements Storages {

    private final TorchArchive archive;
    private final String folder;
    private final Map<String, StoredBytes> opened = new HashMap<>();

    /**
     * Makes the storages of one pickle.
     *
     * @param archive the archive
     * @param folder where they are in the archive's folder, e.g. {@code data/}
     */
    public ArchiveStorages(TorchArchive archive, String folder) {
        this.archive = archive;
        this.folder = folder;
    }

    /** Returns the entry of a storage. */
    public ZipEntry entry(Storage storage) {
        return archive.require(folder + storage.key());
    }

    @Override
    public StoredBytes bytes(Storage storage) {
        StoredBytes bytes =
                opened.computeIfAbsent(storage.key(), key -> archive.bytes(entry(storage)));
        if (bytes.size() != storage.bytes()) {
            throw new TergeException(
                    Problem.of(
                                    TorchCode.TORCH_INVALID,
                                    "%s: expected %d bytes in %s, got %d"
                                            .formatted(
                                                    archive.subject(),
                                                    storage.bytes(),
                                                    Quoted.of(
                                                            archive.folder()
                                                                    + folder
                                                                    + storage.key()),
                                                    bytes.size()))
                            .fix("copy or download the file again"));
        }
        return bytes;
    }
}
