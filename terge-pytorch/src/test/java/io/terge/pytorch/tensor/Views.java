package io.terge.pytorch.tensor;

import io.terge.tensor.Shape;
import io.terge.tensor.StoredBytes;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Makes views, and gathers their elements one by one. */
final class Views {

    private static final List<TorchType> TYPES =
            Stream.of("uint8", "float16", "float32", "int64", "complex128")
                    .map(Views::type)
                    .toList();

    private Views() {}

    static TorchType type(String name) {
        return TorchType.named(name).orElseThrow();
    }

    /** Makes a view whose storage ends with its last element. */
    static TensorView of(TorchType type, long offset, long[] sizes, long... strides) {
        List<Long> list = new ArrayList<>();
        long end = offset + 1;
        for (int i = 0; i < sizes.length; i++) {
            list.add(strides[i]);
            end += (sizes[i] - 1) * strides[i];
        }
        Storage storage = new Storage("0", Optional.of(type), end * type.bytes());
        return new TensorView(storage, type, offset, Shape.of(sizes), list);
    }

    /** Makes any view of up to five dimensions: permuted, with gaps, overlapping or expanded. */
    static TensorView random(Random random) {
        int rank = random.nextInt(6);
        long[] sizes = new long[rank];
        long[] strides = new long[rank];
        long next = 1;
        for (int i = 0; i < rank; i++) {
            sizes[i] = 1 + random.nextInt(random.nextInt(4) == 0 ? 20 : 5);
            strides[i] =
                    switch (random.nextInt(8)) {
                        case 0 -> 0;
                        case 1 -> random.nextInt(50);
                        case 2 -> next + random.nextInt(3);
                        case 3 -> random.nextInt(3000);
                        default -> next;
                    };
            next = Math.max(1, sizes[i] * strides[i]);
        }
        for (int i = rank - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            swap(sizes, i, other);
            swap(strides, i, other);
        }
        TorchType type = TYPES.get(random.nextInt(TYPES.size()));
        return of(type, random.nextInt(9), sizes, strides);
    }

    private static void swap(long[] array, int one, int other) {
        long kept = array[one];
        array[one] = array[other];
        array[other] = kept;
    }

    /** Computes a byte of the view's elements from {@link RecordedBytes}. */
    static byte at(TensorView view, long position) {
        long rest = position / view.type().bytes();
        long element = view.offset();
        for (int i = view.shape().rank() - 1; i >= 0; i--) {
            element += rest % view.shape().dimension(i) * view.strides().get(i);
            rest /= view.shape().dimension(i);
        }
        return RecordedBytes.at(element * view.type().bytes() + position % view.type().bytes());
    }

    static byte[] expected(TensorView view, long start, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = at(view, start + i);
        }
        return bytes;
    }

    static byte[] read(StoredBytes stored, long start, int count) throws IOException {
        byte[] bytes = new byte[count];
        stored.read(start, MemorySegment.ofArray(bytes));
        return bytes;
    }
}
