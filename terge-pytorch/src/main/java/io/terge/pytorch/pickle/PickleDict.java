package io.terge.pytorch.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dictionary. Keys are values of any kind. A key that is a text or a {@link PickleInt} occurs
 * once, as in Python: at its first place, with its last value. Other keys may repeat.
 *
 * @since 0.1
 */
public final class PickleDict implements PickleValue {

    /** Searching so few entries is fast, and saves small dictionaries the index. */
    private static final int SMALL = 8;

    private final ArrayList<PickleEntry> entries = new ArrayList<>(0);

    // Only keys that Java can order within one class: a map of many kinds with equal hash codes
    // would be slow, and the keys come from the file.
    private Map<String, Integer> texts = Map.of();
    private Map<Long, Integer> integers = Map.of();

    PickleDict() {}

    /** The entries in insertion order, as an unmodifiable list. */
    public List<PickleEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** Returns the value of a text key. */
    public Optional<PickleValue> get(String key) {
        return valueAt(indexOf(new PickleText(key)));
    }

    /** Returns the value of an integer key. */
    public Optional<PickleValue> get(long key) {
        return valueAt(indexOf(new PickleInt(key)));
    }

    void put(PickleValue key, PickleValue value) {
        int index = indexOf(key);
        if (index >= 0) {
            entries.set(index, new PickleEntry(entries.get(index).key(), value));
            return;
        }
        entries.add(new PickleEntry(key, value));
        if (entries.size() == SMALL + 1) {
            texts = new HashMap<>();
            integers = new HashMap<>();
            for (int i = 0; i < SMALL; i++) {
                remember(entries.get(i).key(), i);
            }
        }
        if (entries.size() > SMALL) {
            remember(key, entries.size() - 1);
        }
    }

    private Optional<PickleValue> valueAt(int index) {
        return index < 0 ? Optional.empty() : Optional.of(entries.get(index).value());
    }

    private void remember(PickleValue key, int index) {
        if (key instanceof PickleText(String text)) {
            texts.put(text, index);
        } else if (key instanceof PickleInt(long integer)) {
            integers.put(integer, index);
        }
    }

    private int indexOf(PickleValue key) {
        if (!(key instanceof PickleText || key instanceof PickleInt)) {
            return -1;
        }
        if (entries.size() > SMALL) {
            return key instanceof PickleText(String text)
                    ? texts.getOrDefault(text, -1)
                    : integers.getOrDefault(((PickleInt) key).value(), -1);
        }
        for (int i = 0; i < entries.size(); i++) {
            if (key.equals(entries.get(i).key())) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return "a dict of " + entries.size();
    }
}
