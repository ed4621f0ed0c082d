package io.terge.pytorch.tensor;

import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * The elements of a tensor that is not contiguous, such as a transposed or an expanded one, in
 * row-major order. They are gathered from windows of the storage as large as pays: reading a few
 * elements too many is cheaper than another read. If they are scattered over a few megabytes, those
 * are read at once.
 *
 * @param storage the bytes of the storage
 * @param offset the first element of the tensor in the storage
 * @param axes the dimensions, outermost first; {@link Axis#to} is the row-major stride
 * @param elementSize the size of an element in bytes
 * @param size the number of bytes of all elements
 */
record StridedBytes(StoredBytes storage, long offset, List<Axis> axes, int elementSize, long size)
        implements StoredBytes {

    private static final long WINDOW = 1 << 19;

    /** Windows up to this size are read however few of their elements are needed. */
    private static final long SMALL_WINDOW = 1 << 12;

    /** Of larger windows, at least one element in so many is needed. */
    private static final long SPARSE = 4;

    /** Ranges of the storage up to this size may be read at once. */
    private static final long WHOLE = 1 << 23;

    /** A read costs as much as reading so many bytes more. */
    private static final long COST = 1 << 10;

    static StridedBytes of(TensorView view, StoredBytes storage) {
        List<Axis> axes = new ArrayList<>();
        long to = 1;
        for (int i = view.shape().rank() - 1; i >= 0; i--) {
            long length = view.shape().dimension(i);
            if (length > 1) {
                addOuter(axes, new Axis(length, view.strides().get(i), to));
            }
            to *= length;
        }
        return new StridedBytes(
                storage, view.offset(), axes.reversed(), view.type().bytes(), view.size());
    }

    /** Adds the next outer dimension, which may continue the last one without a gap. */
    private static void addOuter(List<Axis> axes, Axis next) {
        if (!axes.isEmpty()) {
            Axis inner = axes.getLast();
            if (next.from() == inner.size() * inner.from()) {
                axes.set(axes.size() - 1, inner.ofSize(next.size() * inner.size()));
                return;
            }
        }
        axes.add(next);
    }

    @Override
    public void read(long start, MemorySegment into) throws IOException {
        Objects.checkFromIndexSize(start, into.byteSize(), size);
        if (start % elementSize == 0 && into.byteSize() % elementSize == 0) {
            readElements(start / elementSize, into.byteSize() / elementSize, into);
            return;
        }
        long first = start / elementSize;
        long last = Math.ceilDiv(start + into.byteSize(), elementSize);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment whole = arena.allocate((last - first) * elementSize);
            readElements(first, last - first, whole);
            MemorySegment.copy(whole, start % elementSize, into, 0, into.byteSize());
        }
    }

    private void readElements(long first, long count, MemorySegment into) throws IOException {
        Deque<Box> todo = new RangeBoxes(axes).of(offset, first, count);
        if (isScattered(todo)) {
            copyAll(todo, into);
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment window = arena.allocate(windowFor(count), Long.BYTES);
            while (!todo.isEmpty()) {
                Box box = todo.pop();
                if (isWorthReading(box)) {
                    copy(box, window, into);
                } else {
                    box.halves().reversed().forEach(todo::push);
                }
            }
        }
    }

    private static long start(Deque<Box> boxes) {
        return boxes.stream().mapToLong(Box::from).min().orElse(0);
    }

    private static long end(Deque<Box> boxes) {
        return boxes.stream().mapToLong(box -> box.from() + box.span()).max().orElse(0);
    }

    /** Whether reading everything at once is cheaper than window by window. */
    private boolean isScattered(Deque<Box> boxes) {
        long span = end(boxes) - start(boxes);
        if (span > WHOLE / elementSize) {
            return false;
        }
        long longest = SMALL_WINDOW / elementSize;
        long reads = boxes.stream().mapToLong(box -> box.reads(longest)).sum();
        return reads > span * elementSize / COST;
    }

    private void copyAll(Deque<Box> boxes, MemorySegment into) throws IOException {
        long start = start(boxes);
        try (Arena arena = Arena.ofConfined()) {
            long bytes = (end(boxes) - start) * elementSize;
            MemorySegment all = arena.allocate(bytes, Long.BYTES);
            storage.read(start * elementSize, all);
            for (Box box : boxes) {
                MemorySegment from = all.asSlice((box.from() - start) * elementSize);
                new ElementCopy(elementSize, from, into).run(box);
            }
        }
    }

    /** The most memory that a read takes. */
    long scratch() {
        long span = 1 + axes.stream().mapToLong(Axis::reach).sum();
        return span > WHOLE / elementSize ? WINDOW : Math.max(span * elementSize, SMALL_WINDOW);
    }

    /** The size of the largest window that is worth reading for so many elements. */
    private long windowFor(long count) {
        long sparse = Math.multiplyExact(count + 1, SPARSE * elementSize);
        return Math.clamp(sparse, SMALL_WINDOW, WINDOW);
    }

    private boolean isWorthReading(Box box) {
        long span = box.span();
        long bytes = span * elementSize;
        return bytes <= SMALL_WINDOW
                || bytes <= WINDOW && span / SPARSE <= box.elements()
                || span == 1;
    }

    private void copy(Box box, MemorySegment window, MemorySegment into) throws IOException {
        MemorySegment read = window.asSlice(0, box.span() * elementSize);
        storage.read(box.from() * elementSize, read);
        new ElementCopy(elementSize, read, into).run(box);
    }
}
