package io.terge.pytorch.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A list. It may contain itself.
 *
 * @since 0.1
 */
public final class PickleList implements PickleValue {

    // Most lists are short, and a pickle can have millions: the array grows from nothing.
    private final ArrayList<PickleValue> items = new ArrayList<>(0);

    PickleList() {}

    /** The items, as an unmodifiable list. */
    public List<PickleValue> items() {
        return Collections.unmodifiableList(items);
    }

    void addAll(List<PickleValue> more) {
        items.addAll(more);
    }

    @Override
    public String toString() {
        return "a list of " + items.size();
    }
}
