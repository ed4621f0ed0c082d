package io.terge.pytorch.tensor;

import io.terge.pytorch.pickle.PickleDict;
import io.terge.pytorch.pickle.PickleEntry;
import io.terge.pytorch.pickle.PickleList;
import io.terge.pytorch.pickle.PickleObject;
import io.terge.pytorch.pickle.PicklePersistent;
import io.terge.pytorch.pickle.PickleSet;
import io.terge.pytorch.pickle.PickleText;
import io.terge.pytorch.pickle.PickleTuple;
import io.terge.pytorch.pickle.PickleValue;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Finds all storages that a pickle refers to, in whatever objects. */
public final class StorageFinder {

    private final Set<PickleValue> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<PickleValue> todo = new ArrayDeque<>();
    private final Map<String, Storage> found = new HashMap<>();
    private final StorageReader reader;

    private StorageFinder(String subject) {
        reader = new StorageReader(new TensorProblems(subject, "a tensor"));
    }

    /**
     * Returns the storages by their key.
     *
     * @param root the contents of a pickle
     * @param subject what messages call the file, quoted
     * @throws io.terge.error.TergeException if a reference to a storage is malformed
     */
    public static Map<String, Storage> in(PickleValue root, String subject) {
        StorageFinder finder = new StorageFinder(subject);
        finder.todo.add(root);
        while (!finder.todo.isEmpty()) {
            PickleValue next = finder.todo.pop();
            if (finder.seen.add(next)) {
                finder.visit(next);
            }
        }
        return finder.found;
    }

    private void visit(PickleValue value) {
        switch (value) {
            case PickleList list -> addAll(list.items());
            case PickleTuple tuple -> addAll(tuple.items());
            case PickleSet set -> addAll(set.items());
            case PickleDict dict -> add(dict);
            case PickleObject object -> {
                todo.push(object.callable());
                todo.push(object.arguments());
                object.keywords().ifPresent(todo::push);
                object.state().ifPresent(todo::push);
                addAll(object.items());
                add(object.entries());
            }
            case PicklePersistent reference when isStorage(reference) -> {
                Storage storage = reader.read(reference).storage();
                found.put(storage.key(), storage);
            }
            default -> {
                // Nothing is inside.
            }
        }
    }

    private void addAll(Collection<PickleValue> values) {
        values.forEach(todo::push);
    }

    private void add(PickleDict dict) {
        for (PickleEntry entry : dict.entries()) {
            todo.push(entry.key());
            todo.push(entry.value());
        }
    }

    /** Pickles of whole modules also refer to their source code. */
    private static boolean isStorage(PicklePersistent reference) {
        return reference.id() instanceof PickleTuple tuple
                && !tuple.items().isEmpty()
                && tuple.items().getFirst().equals(new PickleText("storage"));
    }
}
