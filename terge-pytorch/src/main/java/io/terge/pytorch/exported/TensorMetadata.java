package io.terge.pytorch.exported;

import java.util.List;

/**
 * How a tensor is in its storage, as it is written down; nothing is checked.
 *
 * @param type the number of its element type
 * @param layout the number of its layout
 * @param offset the first element, counted from the start of the storage
 * @param sizes the dimensions
 * @param strides for each dimension, the distance between neighbours in elements
 */
record TensorMetadata(long type, long layout, long offset, List<Long> sizes, List<Long> strides) {

    TensorMetadata {
        sizes = List.copyOf(sizes);
        strides = List.copyOf(strides);
    }
}
