package io.terge.pytorch.state;

import io.terge.pytorch.pickle.PickleDict;
import io.terge.pytorch.pickle.PickleEntry;
import io.terge.pytorch.pickle.PickleList;
import io.terge.pytorch.pickle.PickleObject;
import io.terge.pytorch.pickle.PickleText;
import io.terge.pytorch.pickle.PickleTuple;
import io.terge.pytorch.pickle.PickleValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A dictionary, however it is pickled.
 *
 * @param entries its entries in order
 */
record Mapping(List<PickleEntry> entries) {

    private static final Set<String> CLASSES =
            Set.of(
                    "collections.OrderedDict",
                    "collections.defaultdict",
                    "builtins.dict",
                    "__builtin__.dict");

    /** Returns the dictionary that a value is; empty if it is something else. */
    static Optional<Mapping> of(PickleValue value) {
        return switch (value) {
            case PickleDict dict -> Optional.of(new Mapping(dict.entries()));
            case PickleObject object when CLASSES.contains(object.dotted()) ->
                    Optional.of(new Mapping(all(object)));
            default -> Optional.empty();
        };
    }

    private static List<PickleEntry> all(PickleObject object) {
        List<PickleEntry> entries = new ArrayList<>();
        // Python 2 passes the entries of an ordered dictionary as a list of pairs.
        for (PickleValue argument : object.arguments().items()) {
            if (argument instanceof PickleList pairs) {
                pairs.items().forEach(pair -> entry(pair).ifPresent(entries::add));
            } else if (argument instanceof PickleDict dict) {
                entries.addAll(dict.entries());
            }
        }
        entries.addAll(object.entries().entries());
        return entries;
    }

    private static Optional<PickleEntry> entry(PickleValue pair) {
        List<PickleValue> items =
                switch (pair) {
                    case PickleTuple tuple -> tuple.items();
                    case PickleList list -> list.items();
                    default -> List.of();
                };
        return items.size() == 2
                ? Optional.of(new PickleEntry(items.get(0), items.get(1)))
                : Optional.empty();
    }

    /** Returns the text of a key. */
    static Optional<String> text(PickleEntry entry) {
        return entry.key() instanceof PickleText(String text)
                ? Optional.of(text)
                : Optional.empty();
    }
}
