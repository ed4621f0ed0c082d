package io.terge.files.output;

/**
 * A range of bytes in a file.
 *
 * @param start the position of its first byte
 * @param size the number of bytes
 * @since 0.1
 */
public record Span(long start, long size) {

    /**
     * @throws IllegalArgumentException if an argument is negative, or the end exceeds 64 bits
     */
    public Span {
        if (start < 0 || size < 0 || start > Long.MAX_VALUE - size) {
            throw new IllegalArgumentException(
                    "Expected a range of bytes in a file, got %d bytes from %d"
                            .formatted(size, start));
        }
    }

    /** The position after its last byte. */
    public long end() {
        return start + size;
    }
}
