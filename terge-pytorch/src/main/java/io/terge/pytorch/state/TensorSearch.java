package io.terge.pytorch.state;

import io.terge.pytorch.pickle.PickleEntry;
import io.terge.pytorch.pickle.PickleValue;
import io.terge.pytorch.tensor.TensorReader;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells which dictionaries contain tensors. Each is looked at once, however often a file refers to
 * it. For one thread.
 */
final class TensorSearch {

    /** Nobody nests state dicts deeper; what is, is not one. */
    static final int MAX_DEPTH = 32;

    private final Map<PickleValue, Boolean> known = new IdentityHashMap<>();

    /** Whether a value is a dictionary with a tensor in it, or in a dictionary in it. */
    boolean isNestOfTensors(PickleValue value) {
        return isNestOfTensors(value, 0);
    }

    private boolean isNestOfTensors(PickleValue value, int depth) {
        Optional<Mapping> mapping = Mapping.of(value);
        if (mapping.isEmpty() || depth > MAX_DEPTH) {
            return false;
        }
        Boolean before = known.putIfAbsent(value, false); // Also ends a circle.
        if (before != null) {
            return before;
        }
        for (PickleEntry entry : mapping.get().entries()) {
            if (Mapping.text(entry).isPresent()
                    && (TensorReader.isTensor(entry.value())
                            || isNestOfTensors(entry.value(), depth + 1))) {
                known.put(value, true);
                return true;
            }
        }
        return false;
    }
}
