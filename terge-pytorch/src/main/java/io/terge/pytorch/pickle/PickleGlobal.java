package io.terge.pytorch.pickle;

import java.util.Comparator;

/**
 * The name of a function, class or other attribute of a Python module. It is never resolved.
 *
 * @param module the module, e.g. {@code collections}
 * @param name the name within the module, which may be dotted
 * @since 0.1
 */
public record PickleGlobal(String module, String name)
        implements PickleValue, Comparable<PickleGlobal> {

    private static final Comparator<PickleGlobal> ORDER =
            Comparator.comparing(PickleGlobal::name).thenComparing(PickleGlobal::module);

    /** Module and name in one, e.g. {@code collections.OrderedDict}. */
    public String dotted() {
        return module + "." + name;
    }

    @Override
    public int compareTo(PickleGlobal other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return dotted();
    }
}
