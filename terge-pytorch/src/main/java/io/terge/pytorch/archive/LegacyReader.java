package io.terge.pytorch.archive;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.pytorch.pickle.GlobalPolicy;
import io.terge.pytorch.pickle.PickleBigInt;
import io.terge.pytorch.pickle.PickleBool;
import io.terge.pytorch.pickle.PickleDict;
import io.terge.pytorch.pickle.PickleInput;
import io.terge.pytorch.pickle.PickleInt;
import io.terge.pytorch.pickle.PickleLimits;
import io.terge.pytorch.pickle.PickleList;
import io.terge.pytorch.pickle.PickleText;
import io.terge.pytorch.pickle.PickleValue;
import io.terge.pytorch.pickle.Unpickled;
import io.terge.pytorch.pickle.Unpickler;
import io.terge.pytorch.problem.TorchCode;
import io.terge.pytorch.tensor.Storage;
import io.terge.pytorch.tensor.StorageFinder;
import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads files of PyTorch before 1.6: five pickles in a row (a magic number, a version, the machine,
 * the object, the keys of its storages), then each storage, its number of elements in front.
 */
final class LegacyReader {

    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final long VERSION = 1001;

    private final StoredBytes file;
    private final String subject;
    private final GlobalPolicy policy;

    LegacyReader(StoredBytes file, String subject, GlobalPolicy policy) {
        this.file = file;
        this.subject = subject;
        this.policy = policy;
    }

    SavedObject read() throws IOException {
        PickleInput input = new PickleInput(file, subject);
        PickleValue magic = next(input).value();
        if (!(magic instanceof PickleBigInt number) || !number.value().equals(MAGIC)) {
            throw invalid("is a Python pickle, but not one of torch.save");
        }
        if (!(next(input).value() instanceof PickleInt(long version)) || version != VERSION) {
            throw invalid("has an unknown version");
        }
        checkByteOrder(next(input).value());
        Unpickled object = next(input);
        PickleValue keys = next(input).value();
        if (!(keys instanceof PickleList list)) {
            throw invalid("has no list of storages");
        }
        Map<String, Storage> storages = StorageFinder.in(object.value(), subject);
        return new SavedObject(
                object,
                new LegacyStorages(places(list, storages, input.position()), subject),
                "pickles of PyTorch before 1.6");
    }

    private Unpickled next(PickleInput input) throws IOException {
        return Unpickler.read(input, PickleLimits.DEFAULT, policy);
    }

    private void checkByteOrder(PickleValue machine) {
        if (!(machine instanceof PickleDict dict)) {
            throw invalid("does not describe the machine it was written on");
        }
        if (dict.get("little_endian")
                .filter(value -> value.equals(new PickleBool(false)))
                .isPresent()) {
            throw new TergeException(
                    Problem.of(
                                    TorchCode.TORCH_UNSUPPORTED,
                                    subject + " is big-endian, which is not supported")
                            .fix(
                                    "load it with PyTorch on the machine it is from and save it"
                                            + " again"));
        }
    }

    private Map<String, StoredBytes> places(
            PickleList keys, Map<String, Storage> storages, long start) throws IOException {
        Map<String, StoredBytes> places = new HashMap<>();
        long position = start;
        for (PickleValue item : keys.items()) {
            if (!(item instanceof PickleText(String key))) {
                throw invalid("has a malformed list of storages");
            }
            Storage storage = storages.get(key);
            if (storage == null) {
                throw invalid("has a storage %s that no tensor uses".formatted(Quoted.of(key)));
            }
            position += Long.BYTES;
            if (storage.bytes() > file.size() - position) {
                throw new TergeException(
                        Problem.of(
                                        TergeCode.FILE_TRUNCATED,
                                        "%s is truncated: expected %d bytes of a storage at byte %d"
                                                .formatted(subject, storage.bytes(), position))
                                .fix("copy or download the file again"));
            }
            checkCount(position - Long.BYTES, storage);
            if (places.put(key, file.slice(position, storage.bytes())) != null) {
                throw invalid("lists the storage %s twice".formatted(Quoted.of(key)));
            }
            position += storage.bytes();
        }
        return places;
    }

    private void checkCount(long position, Storage storage) throws IOException {
        long count = LittleEndian.readLong(file, position);
        int size = storage.type().map(type -> type.bytes()).orElse(1);
        if (count != storage.bytes() / size) {
            throw invalid(
                    "is damaged: expected %d elements in the storage %s, got %d"
                            .formatted(storage.bytes() / size, Quoted.of(storage.key()), count));
        }
    }

    private TergeException invalid(String what) {
        return new TergeException(Problem.of(TorchCode.TORCH_INVALID, subject + " " + what));
    }
}
