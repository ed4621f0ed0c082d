package io.terge.tensor;

import java.util.Objects;

/**
 * The cost of reading a tensor, known before it is read. For a stored tensor it follows from the
 * header; a computed one (a base plus a low-rank update, packed blocks) declares the cost of its
 * sources. Immutable.
 *
 * @since 0.1
 */
public final class Footprint {

    private final long bytesRead;
    private final int scratchPerElement;
    private final long scratchPerChunk;
    private final long held;

    private Footprint(long bytesRead, int scratchPerElement, long scratchPerChunk, long held) {
        if (bytesRead < 0 || scratchPerElement < 0 || scratchPerChunk < 0 || held < 0) {
            throw new IllegalArgumentException(
                    "The values of a footprint must not be negative, but were %d, %d, %d, %d"
                            .formatted(bytesRead, scratchPerElement, scratchPerChunk, held));
        }
        this.bytesRead = bytesRead;
        this.scratchPerElement = scratchPerElement;
        this.scratchPerChunk = scratchPerChunk;
        this.held = held;
    }

    /** Returns the footprint of a tensor that is stored with the type and size in its header. */
    public static Footprint stored(ParameterSpec spec) {
        int bytes = (spec.dtype().bits() + Byte.SIZE - 1) / Byte.SIZE;
        return new Footprint(spec.byteSize(), bytes, 0, 0);
    }

    /**
     * Returns a footprint.
     *
     * @param bytesRead the number of bytes read from storage to load the whole tensor once
     * @param scratchPerElement the bytes of {@link Scratch} that a chunk takes per element
     * @param scratchPerChunk the bytes of {@link Scratch} that a chunk takes in addition, whatever
     *     its size
     * @throws IllegalArgumentException if one of them is negative
     */
    public static Footprint of(long bytesRead, int scratchPerElement, long scratchPerChunk) {
        return new Footprint(bytesRead, scratchPerElement, scratchPerChunk, 0);
    }

    /**
     * Returns this footprint with memory that the tensor holds as a whole.
     *
     * @param bytes how much, on the heap, from the first chunk that is loaded; not per thread
     * @throws IllegalArgumentException if it is negative
     */
    public Footprint withHeld(long bytes) {
        return new Footprint(bytesRead, scratchPerElement, scratchPerChunk, bytes);
    }

    /** The number of bytes read from storage to load the whole tensor once. */
    public long bytesRead() {
        return bytesRead;
    }

    /** The bytes of {@link Scratch} that a chunk takes per element. */
    public int scratchPerElement() {
        return scratchPerElement;
    }

    /** The bytes of {@link Scratch} that a chunk takes in addition, whatever its size. */
    public long scratchPerChunk() {
        return scratchPerChunk;
    }

    /** The bytes of heap that the tensor holds as a whole, however many threads load chunks. */
    public long held() {
        return held;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Footprint that
                && bytesRead == that.bytesRead
                && scratchPerElement == that.scratchPerElement
                && scratchPerChunk == that.scratchPerChunk
                && held == that.held;
    }

    @Override
    public int hashCode() {
        return Objects.hash(bytesRead, scratchPerElement, scratchPerChunk, held);
    }

    @Override
    public String toString() {
        String scratch =
                "%d bytes read, %d + %d of scratch"
                        .formatted(bytesRead, scratchPerElement, scratchPerChunk);
        return held == 0 ? scratch : scratch + ", %d held".formatted(held);
    }
}
