package io.terge.pytorch.pickle;

import java.util.List;

/**
 * A tuple. It may contain itself, by way of a list.
 *
 * @since 0.1
 */
public final class PickleTuple implements PickleValue {

    private final List<PickleValue> items;

    PickleTuple(List<PickleValue> items) {
        this.items = List.copyOf(items);
    }

    /** The items, as an immutable list. */
    public List<PickleValue> items() {
        return items;
    }

    @Override
    public String toString() {
        return "a tuple of " + items.size();
    }
}
