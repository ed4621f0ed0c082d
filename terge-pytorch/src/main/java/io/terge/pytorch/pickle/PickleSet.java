package io.terge.pytorch.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A set or frozen set of protocol 4 and later. Earlier protocols write a call of {@code set}, which
 * is a {@link PickleObject}.
 *
 * @since 0.1
 */
public final class PickleSet implements PickleValue {

    private final ArrayList<PickleValue> items = new ArrayList<>(0);

    PickleSet() {}

    /** The items in the order of the pickle, which may repeat some, as an unmodifiable list. */
    public List<PickleValue> items() {
        return Collections.unmodifiableList(items);
    }

    void addAll(List<PickleValue> more) {
        items.addAll(more);
    }

    @Override
    public String toString() {
        return "a set of " + items.size();
    }
}
