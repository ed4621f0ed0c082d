package io.terge.pytorch.state;

import io.terge.pytorch.pickle.PickleEntry;
import io.terge.pytorch.pickle.PickleValue;
import io.terge.pytorch.tensor.TensorReader;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * Tells which dictionaries contain tensors, however deep they are. Each is looked at once, however
 * often a file refers to it. For one thread.
 */
final class TensorSearch {

    /** Nobody nests state dicts deeper; what is, is not one. */
    static final int MAX_DEPTH = 32;

    private final Map<PickleValue, Boolean> known = new IdentityHashMap<>();

    /** The dictionaries on the way from the first to the current one, and what is left of each. */
    private final Deque<PickleValue> way = new ArrayDeque<>();

    private final Deque<Iterator<PickleEntry>> left = new ArrayDeque<>();

    /** Whether a value is a dictionary with a tensor in it, or in a dictionary in it. */
    boolean isNestOfTensors(PickleValue value) {
        boolean found = look(value);
        while (!found && !left.isEmpty()) {
            if (left.element().hasNext()) {
                PickleEntry entry = left.element().next();
                found =
                        Mapping.text(entry).isPresent()
                                && (TensorReader.isTensor(entry.value()) || look(entry.value()));
            } else {
                left.pop();
                way.pop();
            }
        }
        if (found) {
            way.forEach(around -> known.put(around, true));
        }
        left.clear();
        way.clear();
        return found;
    }

    /** Returns what is known of a value; if nothing is, it is the next one to look into. */
    private boolean look(PickleValue value) {
        Optional<Mapping> mapping = Mapping.of(value);
        if (mapping.isEmpty()) {
            return false;
        }
        Boolean before = known.putIfAbsent(value, false); // Also ends a circle.
        if (before == null) {
            way.push(value);
            left.push(mapping.get().entries().iterator());
        }
        return Boolean.TRUE.equals(before);
    }
}
