package io.terge.pytorch.script;

import io.terge.pytorch.pickle.PickleDict;
import io.terge.pytorch.pickle.PickleList;
import io.terge.pytorch.pickle.PickleObject;
import io.terge.pytorch.pickle.PickleTuple;
import io.terge.pytorch.pickle.PickleValue;
import io.terge.pytorch.tensor.TensorReader;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Finds tensors in lists, dictionaries and other objects that are not modules. What contains none
 * is looked at once, however often a file refers to it. For one thread.
 */
final class TensorsInside {

    private final Set<PickleValue> known = identities();
    private final Deque<PickleValue> next = new ArrayDeque<>();

    private static Set<PickleValue> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Whether a value is a tensor, or contains one. */
    boolean isIn(PickleValue value) {
        Set<PickleValue> seen = identities();
        next.add(value);
        while (!next.isEmpty()) {
            PickleValue one = next.remove();
            if (TensorReader.isTensor(one)) {
                next.clear();
                return true;
            }
            if (!known.contains(one) && seen.add(one)) {
                addContentsOf(one);
            }
        }
        known.addAll(seen);
        return false;
    }

    private void addContentsOf(PickleValue value) {
        switch (value) {
            case PickleList list -> next.addAll(list.items());
            case PickleTuple tuple -> next.addAll(tuple.items());
            case PickleDict dict -> addValuesOf(dict);
            case PickleObject object -> {
                next.add(object.arguments());
                next.addAll(object.items());
                addValuesOf(object.entries());
                object.state().ifPresent(next::add);
            }
            default -> {} // Contains nothing.
        }
    }

    private void addValuesOf(PickleDict dict) {
        dict.entries().forEach(entry -> next.add(entry.value()));
    }
}
