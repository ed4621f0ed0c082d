package io.terge.pytorch.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * Copies the elements of a box from a window of the storage.
 *
 * @param size the size of an element in bytes
 * @param from the window, which starts with the first element of the box
 * @param to where the elements go
 */
record ElementCopy(int size, MemorySegment from, MemorySegment to) {

    void run(Box box) {
        run(box.axes(), 0, 0, box.to());
    }

    private void run(List<Axis> axes, int depth, long source, long target) {
        Axis axis = axes.get(depth);
        if (depth == axes.size() - 1) {
            line(axis, source, target);
            return;
        }
        for (long i = 0; i < axis.size(); i++) {
            run(axes, depth + 1, source + i * axis.from(), target + i * axis.to());
        }
    }

    private void line(Axis axis, long source, long target) {
        if (axis.from() == 1 && axis.to() == 1) {
            MemorySegment.copy(from, source * size, to, target * size, axis.size() * size);
            return;
        }
        switch (size) {
            case 1 -> bytes(axis, source, target);
            case 2 -> shorts(axis, source, target);
            case 4 -> ints(axis, source, target);
            case 8 -> longs(axis, source, target);
            default -> others(axis, source, target);
        }
    }

    private void bytes(Axis axis, long source, long target) {
        for (long i = 0; i < axis.size(); i++) {
            byte element = from.get(ValueLayout.JAVA_BYTE, source + i * axis.from());
            to.set(ValueLayout.JAVA_BYTE, target + i * axis.to(), element);
        }
    }

    private void shorts(Axis axis, long source, long target) {
        ValueLayout.OfShort layout = ValueLayout.JAVA_SHORT_UNALIGNED;
        for (long i = 0; i < axis.size(); i++) {
            short element = from.get(layout, 2 * (source + i * axis.from()));
            to.set(layout, 2 * (target + i * axis.to()), element);
        }
    }

    private void ints(Axis axis, long source, long target) {
        ValueLayout.OfInt layout = ValueLayout.JAVA_INT_UNALIGNED;
        for (long i = 0; i < axis.size(); i++) {
            int element = from.get(layout, 4 * (source + i * axis.from()));
            to.set(layout, 4 * (target + i * axis.to()), element);
        }
    }

    private void longs(Axis axis, long source, long target) {
        ValueLayout.OfLong layout = ValueLayout.JAVA_LONG_UNALIGNED;
        for (long i = 0; i < axis.size(); i++) {
            long element = from.get(layout, 8 * (source + i * axis.from()));
            to.set(layout, 8 * (target + i * axis.to()), element);
        }
    }

    private void others(Axis axis, long source, long target) {
        for (long i = 0; i < axis.size(); i++) {
            long at = size * (source + i * axis.from());
            MemorySegment.copy(from, at, to, size * (target + i * axis.to()), size);
        }
    }
}
