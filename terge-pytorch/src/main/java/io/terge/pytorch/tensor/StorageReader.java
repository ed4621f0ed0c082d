package io.terge.pytorch.tensor;

import io.terge.error.TergeException;
import io.terge.files.Quoted;
import io.terge.pytorch.pickle.PickleGlobal;
import io.terge.pytorch.pickle.PickleInt;
import io.terge.pytorch.pickle.PicklePersistent;
import io.terge.pytorch.pickle.PickleText;
import io.terge.pytorch.pickle.PickleTuple;
import io.terge.pytorch.pickle.PickleValue;

import java.util.List;
import java.util.Optional;

/**
 * Reads references to storages: the word {@code storage}, the class, the key, the device, the
 * number of elements, and in old files a view of it.
 *
 * @param problems makes the messages
 */
record StorageReader(TensorProblems problems) {

    StorageReference read(PicklePersistent reference) {
        if (!(reference.id() instanceof PickleTuple tuple) || tuple.items().size() < 5) {
            throw malformed();
        }
        List<PickleValue> parts = tuple.items();
        if (!(parts.get(0) instanceof PickleText(String word))
                || !word.equals("storage")
                || !(parts.get(1) instanceof PickleGlobal storageClass)
                || !(parts.get(4) instanceof PickleInt(long count))
                || count < 0) {
            throw malformed();
        }
        Optional<TorchType> type = typeOf(storageClass);
        int bytes = type.map(TorchType::bytes).orElse(1);
        if (count > Long.MAX_VALUE / bytes) {
            throw problems.invalid("has a storage that exceeds 64 bits");
        }
        Storage storage = new Storage(key(parts.get(2)), type, count * bytes);
        return new StorageReference(storage, parts.size() > 5 ? view(parts.get(5)) : 0);
    }

    private Optional<TorchType> typeOf(PickleGlobal storageClass) {
        if (storageClass.dotted().equals("torch.storage.UntypedStorage")) {
            return Optional.empty();
        }
        Optional<TorchType> type =
                storageClass.module().equals("torch") || storageClass.module().equals("torch.cuda")
                        ? TorchType.ofStorage(storageClass.name())
                        : Optional.empty();
        if (type.isEmpty()) {
            throw problems.unsupported(
                    "has a storage of the class " + Quoted.text(storageClass.dotted()));
        }
        return type;
    }

    private String key(PickleValue key) {
        return switch (key) {
            case PickleText(String text) -> text;
            case PickleInt(long number) -> Long.toString(number);
            default -> throw malformed();
        };
    }

    /** The view of a storage: its key, which does not matter, the offset, and the size. */
    private long view(PickleValue view) {
        if (!(view instanceof PickleTuple tuple)) {
            return 0; // None.
        }
        if (tuple.items().size() == 3
                && tuple.items().get(1) instanceof PickleInt(long offset)
                && offset >= 0) {
            return offset;
        }
        throw malformed();
    }

    private TergeException malformed() {
        return problems.invalid("has a malformed reference to its storage");
    }
}
