package io.terge.pytorch.tensor;

/**
 * A storage, and where in it a tensor's offset is counted from.
 *
 * @param storage the storage
 * @param offset 0, but for the views of storages in files of 2017
 */
record StorageReference(Storage storage, long offset) {}
