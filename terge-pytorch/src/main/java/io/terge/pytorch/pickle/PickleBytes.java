package io.terge.pytorch.pickle;

/**
 * A byte string: Python's {@code bytes} or {@code bytearray}.
 *
 * @since 0.1
 */
public final class PickleBytes implements PickleValue {

    private final byte[] bytes;

    /** Takes the array over. */
    PickleBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** Returns a copy of the bytes. */
    public byte[] toArray() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return size() + " bytes";
    }
}
