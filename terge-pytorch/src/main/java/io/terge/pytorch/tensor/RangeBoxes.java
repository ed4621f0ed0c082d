package io.terge.pytorch.tensor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Cuts a range of elements in row-major order into boxes: at most two for each dimension.
 *
 * @param axes the dimensions, outermost first; {@link Axis#to} is the row-major stride
 */
record RangeBoxes(List<Axis> axes) {

    /**
     * Returns the boxes.
     *
     * @param offset where the tensor's first element is read
     * @param first the first element of the range, which is written first
     * @param count the number of elements
     */
    Deque<Box> of(long offset, long first, long count) {
        Deque<Box> boxes = new ArrayDeque<>();
        long from = offset;
        long to = -first;
        long begin = first;
        long end = first + count;
        for (int depth = 0; depth < axes.size() && begin < end; depth++) {
            Axis axis = axes.get(depth);
            long low = Math.ceilDiv(begin, axis.to());
            long high = end / axis.to();
            if (low <= high) {
                if (low < high) {
                    boxes.add(Box.of(from, to, low, high - low, axis, inside(depth)));
                }
                addHead(boxes, depth, from, to, high, end - high * axis.to());
                addTail(boxes, depth, from, to, low - 1, begin - (low - 1) * axis.to());
                break;
            }
            // It begins and ends within one step: all of it is further inside.
            from += high * axis.from();
            to += high * axis.to();
            begin -= high * axis.to();
            end -= high * axis.to();
        }
        return boxes;
    }

    /** Adds the first elements of what is inside a step. */
    private void addHead(Deque<Box> boxes, int depth, long from, long to, long step, long count) {
        long nextFrom = from + step * axes.get(depth).from();
        long nextTo = to + step * axes.get(depth).to();
        long left = count;
        for (int d = depth + 1; d < axes.size() && left > 0; d++) {
            Axis axis = axes.get(d);
            long whole = left / axis.to();
            if (whole > 0) {
                boxes.add(Box.of(nextFrom, nextTo, 0, whole, axis, inside(d)));
            }
            nextFrom += whole * axis.from();
            nextTo += whole * axis.to();
            left -= whole * axis.to();
        }
    }

    /** Adds what is inside a step without its first elements, unless those are all. */
    private void addTail(Deque<Box> boxes, int depth, long from, long to, long step, long skip) {
        long nextFrom = from + step * axes.get(depth).from();
        long nextTo = to + step * axes.get(depth).to();
        long skipped = skip;
        if (skipped == axes.get(depth).to()) {
            return;
        }
        for (int d = depth + 1; d < axes.size(); d++) {
            Axis axis = axes.get(d);
            long low = Math.ceilDiv(skipped, axis.to());
            if (low < axis.size()) {
                boxes.add(Box.of(nextFrom, nextTo, low, axis.size() - low, axis, inside(d)));
            }
            if (low * axis.to() == skipped) {
                return;
            }
            nextFrom += (low - 1) * axis.from();
            nextTo += (low - 1) * axis.to();
            skipped -= (low - 1) * axis.to();
        }
    }

    private List<Axis> inside(int depth) {
        return axes.subList(depth + 1, axes.size());
    }
}
