package io.terge.tensor;

/**
 * What reading a tensor takes, told before it is read. For a stored tensor that follows from its
 * header; a computed one (a base plus a low-rank update, packed blocks) says what is behind it.
 *
 * @since 0.1
 */
public final class Footprint {

    private final long bytesRead;
    private final int scratchPerElement;
    private final long scratchPerChunk;

    private Footprint(long bytesRead, int scratchPerElement, long scratchPerChunk) {
        if (bytesRead < 0 || scratchPerElement < 0 || scratchPerChunk < 0) {
            throw new IllegalArgumentException(
                    "A footprint is not negative: %d, %d, %d"
                            .formatted(bytesRead, scratchPerElement, scratchPerChunk));
        }
        this.bytesRead = bytesRead;
        this.scratchPerElement = scratchPerElement;
        this.scratchPerChunk = scratchPerChunk;
    }

    /** Returns the footprint of a tensor that is stored as its header says. */
    public static Footprint stored(ParameterSpec spec) {
        int bytes = (spec.dtype().bits() + Byte.SIZE - 1) / Byte.SIZE;
        return new Footprint(spec.byteSize(), bytes, 0);
    }

    /**
     * Returns a footprint.
     *
     * @param bytesRead how many bytes are read from storage to load the whole tensor once
     * @param scratchPerElement how many bytes of {@link Scratch} a chunk takes for each element
     * @param scratchPerChunk how many bytes of {@link Scratch} a chunk takes besides, however small
     * @throws IllegalArgumentException if one of them is negative
     */
    public static Footprint of(long bytesRead, int scratchPerElement, long scratchPerChunk) {
        return new Footprint(bytesRead, scratchPerElement, scratchPerChunk);
    }

    /** How many bytes are read from storage to load the whole tensor once. */
    public long bytesRead() {
        return bytesRead;
    }

    /** How many bytes of {@link Scratch} a chunk takes for each element. */
    public int scratchPerElement() {
        return scratchPerElement;
    }

    /** How many bytes of {@link Scratch} a chunk takes besides, however small. */
    public long scratchPerChunk() {
        return scratchPerChunk;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Footprint that
                && bytesRead == that.bytesRead
                && scratchPerElement == that.scratchPerElement
                && scratchPerChunk == that.scratchPerChunk;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bytesRead * 31 + scratchPerElement) * 31
                + Long.hashCode(scratchPerChunk);
    }

    @Override
    public String toString() {
        return "%d bytes read, %d + %d of scratch"
                .formatted(bytesRead, scratchPerElement, scratchPerChunk);
    }
}
