package io.terge.files.json;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The names of an object: most objects have few, which are looked through without a table. */
final class Names extends AbstractSet<String> {

    private static final int FEW = 8;

    private final List<String> few = new ArrayList<>(FEW);
    // All of them, where there are more.
    private final Set<String> many = new HashSet<>();

    @Override
    public boolean add(String name) {
        if (contains(name)) {
            return false;
        }
        if (many.isEmpty() && few.size() < FEW) {
            return few.add(name);
        }
        if (many.isEmpty()) {
            many.addAll(few);
        }
        return many.add(name);
    }

    @Override
    public boolean contains(Object name) {
        return many.isEmpty() ? few.contains(name) : many.contains(name);
    }

    @Override
    public Iterator<String> iterator() {
        return many.isEmpty() ? few.iterator() : many.iterator();
    }

    @Override
    public int size() {
        return many.isEmpty() ? few.size() : many.size();
    }
}
