package io.terge.pytorch.archive;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.OpenFile;
import io.terge.files.Quoted;
import io.terge.files.zip.ZipEntry;
import io.terge.pytorch.pickle.GlobalPolicy;
import io.terge.pytorch.pickle.PickleInput;
import io.terge.pytorch.pickle.PickleLimits;
import io.terge.pytorch.pickle.Unpickled;
import io.terge.pytorch.pickle.Unpickler;
import io.terge.pytorch.problem.TorchCode;
import io.terge.pytorch.tensor.Storages;
import io.terge.tensor.StoredBytes;

import java.io.IOException;

/**
 * An object that {@code torch.save} wrote.
 *
 * @param pickle the object
 * @param storages the bytes of its tensors
 * @param layout the layout of the file in a few words
 */
public record SavedObject(Unpickled pickle, Storages storages, String layout) {

    /** Reads the object of an archive. */
    public static SavedObject of(TorchArchive archive, GlobalPolicy policy) throws IOException {
        return new SavedObject(
                unpickle(archive, TorchArchive.PICKLE, policy),
                new ArchiveStorages(archive, "data/"),
                "zip archive");
    }

    /** Reads the object of a file of PyTorch before 1.6. */
    public static SavedObject legacy(OpenFile file, GlobalPolicy policy) throws IOException {
        return legacy(file.bytes(0, file.size()), Quoted.of(file.path()), policy);
    }

    private static SavedObject legacy(StoredBytes bytes, String subject, GlobalPolicy policy)
            throws IOException {
        return new LegacyReader(bytes, subject, policy).read();
    }

    /**
     * Reads the object that a program has saved in an entry of an archive.
     *
     * @throws TergeException if PyTorch would not load it, or as its pickle is rejected
     */
    public static SavedObject inside(TorchArchive archive, ZipEntry entry, GlobalPolicy policy)
            throws IOException {
        StoredBytes bytes = archive.bytes(entry);
        String subject = archive.subject(entry);
        FileStart start = FileStart.of(bytes);
        if (start.isZip()) {
            return of(TorchArchive.read(bytes, subject), policy);
        }
        if (start.isTar()) {
            throw new TergeException(
                    Problem.of(
                                    TorchCode.TORCH_UNSUPPORTED,
                                    subject + " is a tar archive, which is not supported")
                            .fix("save the model again with a current PyTorch"));
        }
        return legacy(bytes, subject, policy);
    }

    /** Reads a pickle in an archive. */
    public static Unpickled unpickle(TorchArchive archive, String name, GlobalPolicy policy)
            throws IOException {
        StoredBytes bytes = archive.bytes(archive.require(name));
        return unpickle(bytes, "%s: '%s'".formatted(archive.subject(), name), policy);
    }

    /** Reads an entry of an archive that is a pickle. */
    public static Unpickled unpickle(TorchArchive archive, ZipEntry entry, GlobalPolicy policy)
            throws IOException {
        return unpickle(archive.bytes(entry), archive.subject(entry), policy);
    }

    private static Unpickled unpickle(StoredBytes bytes, String subject, GlobalPolicy policy)
            throws IOException {
        return Unpickler.read(new PickleInput(bytes, subject), PickleLimits.DEFAULT, policy);
    }
}
