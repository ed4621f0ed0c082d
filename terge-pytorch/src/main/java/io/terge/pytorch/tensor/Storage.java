package io.terge.pytorch.tensor;

import java.util.Optional;

/**
 * A storage: the bytes that tensors are views of. Two of the same key are the same.
 *
 * @param key its name within the file
 * @param type the type of its elements; empty if it is untyped
 * @param bytes the number of bytes
 */
public record Storage(String key, Optional<TorchType> type, long bytes) {}
