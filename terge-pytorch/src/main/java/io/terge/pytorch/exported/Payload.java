package io.terge.pytorch.exported;

import java.util.Optional;

/**
 * A tensor as the list of weights describes it.
 *
 * @param entry the entry that it is in, without folders
 * @param pickled whether the entry is a pickle, not a storage
 * @param metadata its type and shape; empty if it is not a tensor
 */
record Payload(String entry, boolean pickled, Optional<TensorMetadata> metadata) {}
