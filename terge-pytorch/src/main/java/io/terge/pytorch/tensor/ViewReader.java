package io.terge.pytorch.tensor;

import io.terge.files.Quoted;
import io.terge.pytorch.pickle.PickleBool;
import io.terge.pytorch.pickle.PickleDict;
import io.terge.pytorch.pickle.PickleGlobal;
import io.terge.pytorch.pickle.PickleInt;
import io.terge.pytorch.pickle.PickleNone;
import io.terge.pytorch.pickle.PickleObject;
import io.terge.pytorch.pickle.PicklePersistent;
import io.terge.pytorch.pickle.PickleTuple;
import io.terge.pytorch.pickle.PickleValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the arguments of a call that makes a view of a storage: storage, offset, shape, strides,
 * and others that do not matter, but for the type in version 3.
 *
 * @param reader makes the messages
 * @param name the parameter's name in messages
 */
record ViewReader(TensorReader reader, String name) {

    private static final String VERSION_3 = "torch._utils._rebuild_tensor_v3";
    private static final int TYPE_OF_VERSION_3 = 6;
    private static final int METADATA = 6;
    private static final int METADATA_OF_VERSION_3 = 7;

    TensorView read(String function, List<PickleValue> arguments) {
        if (arguments.size() < 4) {
            throw reader.invalid(name, "has only %d arguments".formatted(arguments.size()));
        }
        if (!(arguments.get(0) instanceof PicklePersistent reference)) {
            throw reader.unsupported(
                    name, "is made from " + Quoted.text(Described.of(arguments.get(0))));
        }
        StorageReference storage = new StorageReader(reader.problems(name)).read(reference);
        TorchType type =
                function.equals(VERSION_3)
                        ? typeOf(arguments)
                        : storage.storage()
                                .type()
                                .orElseThrow(() -> reader.invalid(name, "has no type"));
        if (type.isQuantized()) {
            throw reader.unsupported(name, "is quantised");
        }
        checkLazy(arguments, function.equals(VERSION_3) ? METADATA_OF_VERSION_3 : METADATA);
        long offset = number(arguments.get(1), "offset");
        List<Long> dimensions = numbers(arguments.get(2), "shape");
        List<Long> strides = numbers(arguments.get(3), "strides");
        return new CheckedViews(reader, name).of(storage, type, offset, dimensions, strides);
    }

    /**
     * Complex tensors may be conjugated or negated in their metadata, their storage unchanged.
     * Whatever else is there may change what Python makes of the tensor, too.
     */
    private void checkLazy(List<PickleValue> arguments, int index) {
        if (arguments.size() <= index || arguments.get(index) instanceof PickleNone) {
            return;
        }
        PickleValue metadata = arguments.get(index);
        boolean isPlain =
                metadata instanceof PickleDict dict
                        && dict.entries().stream()
                                .allMatch(entry -> entry.value().equals(new PickleBool(false)));
        if (!isPlain) {
            throw reader.unsupported(
                    name, "has metadata by which it may be another view, such as a conjugate");
        }
    }

    private TorchType typeOf(List<PickleValue> arguments) {
        if (arguments.size() <= TYPE_OF_VERSION_3) {
            throw reader.invalid(name, "has no type");
        }
        PickleValue type = arguments.get(TYPE_OF_VERSION_3);
        return Optional.of(type)
                .filter(PickleGlobal.class::isInstance)
                .map(PickleGlobal.class::cast)
                .filter(global -> global.module().equals("torch"))
                .flatMap(global -> TorchType.named(global.name()))
                .orElseThrow(
                        () ->
                                reader.unsupported(
                                        name, "is of the type " + Quoted.text(Described.of(type))));
    }

    private List<Long> numbers(PickleValue value, String what) {
        PickleValue sizes = value;
        if (value instanceof PickleObject size
                && size.dotted().equals("torch.Size")
                && size.arguments().items().size() == 1) {
            sizes = size.arguments().items().getFirst();
        }
        if (!(sizes instanceof PickleTuple tuple) || tuple.items().size() > CheckedViews.MAX_RANK) {
            throw reader.invalid(name, "has no valid " + what);
        }
        List<Long> numbers = new ArrayList<>();
        tuple.items().forEach(item -> numbers.add(number(item, what)));
        return numbers;
    }

    private long number(PickleValue value, String what) {
        if (value instanceof PickleInt(long number) && number >= 0) {
            return number;
        }
        throw reader.invalid(name, "has no valid " + what);
    }
}
