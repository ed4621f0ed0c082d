package io.terge.pytorch.tensor;

import io.terge.tensor.Shape;

import java.util.List;

/**
 * Makes views whose elements are all in their storage.
 *
 * @param reader makes the messages
 * @param name the parameter's name in messages
 */
public record CheckedViews(TensorReader reader, String name) {

    /** The most dimensions that PyTorch allows. */
    public static final int MAX_RANK = 64;

    /**
     * Returns a view.
     *
     * @param offset the first element, counted from the start of the storage; 0 or more
     * @param dimensions the shape; each is 0 or more
     * @param strides the strides; each is 0 or more
     * @throws io.terge.error.TergeException with {@link
     *     io.terge.pytorch.problem.TorchCode#TORCH_TENSOR_INVALID} if an element is outside of the
     *     storage, or the arguments contradict each other
     */
    public TensorView of(
            Storage storage,
            TorchType type,
            long offset,
            List<Long> dimensions,
            List<Long> strides) {
        return of(new StorageReference(storage, 0), type, offset, dimensions, strides);
    }

    TensorView of(
            StorageReference reference,
            TorchType type,
            long offset,
            List<Long> dimensions,
            List<Long> strides) {
        if (dimensions.size() != strides.size()) {
            throw reader.invalid(
                    name,
                    "has %d dimensions and %d strides"
                            .formatted(dimensions.size(), strides.size()));
        }
        try {
            Shape shape = Shape.of(dimensions.stream().mapToLong(d -> d).toArray());
            Math.multiplyExact(shape.elements(), (long) type.bytes()); // The size is a long.
            long first = Math.addExact(offset, reference.offset());
            TensorView view = new TensorView(reference.storage(), type, first, shape, strides);
            checkEnd(view);
            return view;
        } catch (ArithmeticException | IllegalArgumentException tooLarge) {
            throw reader.invalid(
                    name,
                    "of shape %s has a size, offset or stride that exceeds 64 bits"
                            .formatted(dimensions));
        }
    }

    private void checkEnd(TensorView view) {
        if (view.shape().elements() == 0) {
            return;
        }
        long end = Math.addExact(view.offset(), 1);
        for (int i = 0; i < view.shape().rank(); i++) {
            long steps = view.shape().dimension(i) - 1;
            end = Math.addExact(end, Math.multiplyExact(steps, view.strides().get(i)));
        }
        if (Math.multiplyExact(end, (long) view.type().bytes()) > view.storage().bytes()) {
            throw reader.invalid(
                    name,
                    "of shape %s ends at element %d, but its storage has %d bytes"
                            .formatted(view.shape(), end, view.storage().bytes()));
        }
    }
}
