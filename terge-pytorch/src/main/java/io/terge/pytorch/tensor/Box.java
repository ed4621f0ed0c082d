package io.terge.pytorch.tensor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Elements of a strided tensor that are copied together.
 *
 * @param from the first element where it is read
 * @param to the first element where it is written
 * @param axes the dimensions, outermost first
 */
record Box(long from, long to, List<Axis> axes) {

    Box {
        axes = List.copyOf(axes);
    }

    /**
     * Returns the steps of one dimension, each with all that is inside.
     *
     * @param from where step 0 is read
     * @param to where step 0 is written
     * @param step the first step
     * @param count how many steps
     * @param axis the dimension
     * @param inner the dimensions inside
     */
    static Box of(long from, long to, long step, long count, Axis axis, List<Axis> inner) {
        List<Axis> axes = new ArrayList<>();
        axes.add(axis.ofSize(count));
        axes.addAll(inner);
        return new Box(from + step * axis.from(), to + step * axis.to(), axes);
    }

    /** The number of elements. */
    long elements() {
        return axes.stream().mapToLong(Axis::size).reduce(1, (a, b) -> a * b);
    }

    /** The number of elements from the first to the last one where they are read. */
    long span() {
        return 1 + axes.stream().mapToLong(Axis::reach).sum();
    }

    /** The number of reads that it takes, if each is of neighbours within so many elements. */
    long reads(long longest) {
        List<Axis> nearest = new ArrayList<>(axes);
        nearest.sort(Comparator.comparingLong(Axis::from));
        long span = 1;
        long together = 1;
        for (Axis axis : nearest) {
            long steps = axis.from() == 0 ? axis.size() : 1 + (longest - span) / axis.from();
            if (steps < axis.size()) {
                together *= Math.max(1, steps);
                break;
            }
            span += axis.reach();
            together *= axis.size();
        }
        return Math.ceilDiv(elements(), together);
    }

    /** Divides the box across the dimension that reaches farthest per step. */
    List<Box> halves() {
        int widest = -1;
        for (int i = 0; i < axes.size(); i++) {
            Axis axis = axes.get(i);
            if (axis.size() > 1 && (widest < 0 || axis.from() > axes.get(widest).from())) {
                widest = i;
            }
        }
        Axis axis = axes.get(widest);
        long half = axis.size() / 2;
        return List.of(
                new Box(from, to, with(widest, axis.ofSize(half))),
                new Box(
                        from + half * axis.from(),
                        to + half * axis.to(),
                        with(widest, axis.ofSize(axis.size() - half))));
    }

    private List<Axis> with(int index, Axis axis) {
        List<Axis> changed = new ArrayList<>(axes);
        changed.set(index, axis);
        return changed;
    }
}
