package io.terge.pytorch.archive;

import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.pytorch.problem.TorchCode;
import io.terge.pytorch.tensor.Storage;
import io.terge.pytorch.tensor.Storages;
import io.terge.tensor.StoredBytes;

import java.util.Map;

/**
 * The storages of a file of PyTorch before 1.6.
 *
 * @param places the bytes of each, by key
 * @param subject what messages call the file, quoted
 */
record LegacyStorages(Map<String, StoredBytes> places, String subject) implements Storages {

    LegacyStorages {
        places = Map.copyOf(places);
    }

    @Override
    public StoredBytes bytes(Storage storage) {
        StoredBytes bytes = places.get(storage.key());
        if (bytes == null || bytes.size() != storage.bytes()) {
            throw new TergeException(
                    Problem.of(
                            TorchCode.TORCH_INVALID,
                            "%s has no storage %s of %d bytes"
                                    .formatted(
                                            subject, Quoted.of(storage.key()), storage.bytes())));
        }
        return bytes;
    }
}
