package io.terge.testkit;

import static java.util.Objects.requireNonNull;

import io.terge.tensor.ElementCodec;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Scratch;
import io.terge.tensor.StoredBytes;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** A tensor that is open as long as its source is. */
record FaultyTensor(AdapterFault fault, Tensor sound, Shared shared, BooleanSupplier isClosed)
        implements Tensor {

    /** What all tensors of a source have in common. */
    record Shared(Thread owner, AtomicReference<MemorySegment> scratch) {}

    @Override
    public ParameterSpec spec() {
        return sound.spec();
    }

    @Override
    public Part load(long start, int count, Scratch scratch) throws IOException {
        if (isClosed.getAsBoolean() && !has(AdapterFault.READS_AFTER_CLOSE)) {
            throw new IllegalStateException("Closed");
        }
        if (has(AdapterFault.IS_TIED_TO_A_THREAD) && Thread.currentThread() != shared.owner) {
            throw new AssertionError("Model adapter 'faulty' is read on another thread");
        }
        boolean outside = start < 0 || start + count > spec().elements();
        if (outside && has(AdapterFault.READS_OUTSIDE)) {
            return (at, into, from, length) -> Arrays.fill(into, from, from + length, 0);
        }
        if (has(AdapterFault.TAKES_MORE_SCRATCH_THAN_IT_SAYS)) {
            scratch.take(1);
        }
        Part part = sound.load(has(AdapterFault.READS_FROM_THE_START) ? 0 : start, count, scratch);
        return switch (fault) {
            case DECODES_FROM_THE_START ->
                    (at, into, from, length) -> part.decode(0, into, from, length);
            case DECODES_ONCE -> new DecodedOnce(part, new AtomicBoolean());
            case STORES_OTHER_NUMBERS -> new Storing(part, copy(part, 0).fill((byte) 1));
            case STORES_MORE_THAN_THE_CHUNK -> new Storing(part, copy(part, 8));
            case KEEPS_SCRATCH_IN_A_SHARED_FIELD -> {
                shared.scratch.set(scratchOf(part));
                yield (at, into, from, length) -> decodeShared(at, into, from, length);
            }
            default -> part;
        };
    }

    @Override
    public Optional<StoredBytes> bytes() {
        return has(AdapterFault.HAS_NO_BYTES) ? Optional.empty() : sound.bytes();
    }

    private void decodeShared(int at, double[] into, int from, int count) {
        ElementCodec codec = ElementCodec.of(spec().dtype());
        MemorySegment memory = requireNonNull(shared.scratch.get());
        long offset = (long) at * codec.bytesPerElement();
        long fits = (memory.byteSize() - offset) / codec.bytesPerElement();
        codec.decode(memory, offset, into, from, (int) Math.min(count, fits));
    }

    private static MemorySegment scratchOf(Part part) {
        return part.stored().orElseThrow();
    }

    private static MemorySegment copy(Part part, int more) {
        MemorySegment stored = scratchOf(part);
        return Arena.ofAuto().allocate(stored.byteSize() + more).copyFrom(stored);
    }

    private boolean has(AdapterFault one) {
        return fault == one;
    }

    /** Gives its numbers once, then zeros. */
    private record DecodedOnce(Part part, AtomicBoolean done) implements Part {

        @Override
        public void decode(int at, double[] into, int from, int count) {
            if (at == 0 && done.getAndSet(true)) {
                Arrays.fill(into, from, from + count, 0);
            } else {
                part.decode(at, into, from, count);
            }
        }
    }

    /** Says that other elements are stored than it decodes. */
    private record Storing(Part part, MemorySegment memory) implements Part {

        @Override
        public void decode(int at, double[] into, int from, int count) {
            part.decode(at, into, from, count);
        }

        @Override
        public Optional<MemorySegment> stored() {
            return Optional.of(memory);
        }
    }
}
