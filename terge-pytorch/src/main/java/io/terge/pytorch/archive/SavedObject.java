package io.terge.pytorch.archive;

import io.terge.files.OpenFile;
import io.terge.pytorch.pickle.GlobalPolicy;
import io.terge.pytorch.pickle.PickleInput;
import io.terge.pytorch.pickle.PickleLimits;
import io.terge.pytorch.pickle.Unpickled;
import io.terge.pytorch.pickle.Unpickler;
import io.terge.pytorch.tensor.Storages;

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
        return new LegacyReader(file, policy).read();
    }

    /** Reads a pickle in an archive. */
    public static Unpickled unpickle(TorchArchive archive, String name, GlobalPolicy policy)
            throws IOException {
        PickleInput input =
                new PickleInput(
                        archive.bytes(archive.require(name)),
                        "%s: '%s'".formatted(archive.subject(), name));
        return Unpickler.read(input, PickleLimits.DEFAULT, policy);
    }
}
