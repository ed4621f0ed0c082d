package io.terge.pytorch.tensor;

import io.terge.tensor.StoredBytes;

/** The bytes of the storages of a file. */
@FunctionalInterface
public interface Storages {

    /**
     * Returns the bytes of a storage: the same for the same storage.
     *
     * @throws io.terge.error.TergeException if the file has no such storage, or has it in another
     *     size
     */
    StoredBytes bytes(Storage storage);
}
