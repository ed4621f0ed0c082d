package io.terge.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.terge.spi.format.ModelSource;
import io.terge.tensor.ElementCodec;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Phaser;

/** Loads chunks of floating tensors as the engine does. */
record ChunkChecks(Subject subject, ModelSource source, TinyModel model) {

    private static final int CHUNK = 7;
    private static final int PIECE = 3;

    /** A range of a tensor's elements. */
    private record Chunk(ParameterSpec spec, int start, int count) {

        @Override
        public String toString() {
            return "'%s', %d elements from %d".formatted(spec.name(), count, start);
        }
    }

    /** Every chunk decodes to its numbers: as a whole, in pieces from its end, and again. */
    void checkDecoding() {
        for (Chunk chunk : chunks()) {
            Tensor.Part part = load(chunk);
            double[] expected = expected(chunk);
            subject.sameNumbers(expected, decoded(part, chunk.count), chunk.toString());
            double[] pieces = new double[chunk.count];
            for (int at = (chunk.count - 1) / PIECE * PIECE; at >= 0; at -= PIECE) {
                part.decode(at, pieces, at, Math.min(PIECE, chunk.count - at));
            }
            subject.sameNumbers(expected, pieces, chunk + ", in pieces from its end");
            subject.sameNumbers(expected, decoded(part, chunk.count), chunk + ", decoded again");
        }
    }

    /** Every chunk is loaded with no more scratch than its footprint says. */
    void checkScratch() {
        chunks().forEach(this::load);
    }

    /** What a chunk says that is stored is what it decodes. */
    void checkStored() {
        for (Chunk chunk : chunks()) {
            load(chunk).stored().ifPresent(stored -> checkStored(chunk, stored));
        }
    }

    /** Two threads, each of which decodes only when both have loaded. */
    void checkThreads() {
        List<Chunk> all = chunks();
        for (int i = 0; i + 1 < all.size(); i++) {
            Phaser together = new Phaser(2);
            Chunk one = all.get(i);
            Chunk other = all.get(i + 1);
            BlockWalk.concurrently(
                    List.of(() -> checkBeside(one, together), () -> checkBeside(other, together)));
        }
    }

    private void checkBeside(Chunk chunk, Phaser together) {
        try {
            Tensor.Part part = load(chunk);
            together.arriveAndAwaitAdvance();
            subject.sameNumbers(
                    expected(chunk),
                    decoded(part, chunk.count),
                    chunk + ", while another thread has loaded another chunk");
        } finally {
            together.arriveAndDeregister();
        }
    }

    private void checkStored(Chunk chunk, MemorySegment stored) {
        ElementCodec codec = ElementCodec.of(chunk.spec.dtype());
        subject.check(stored.isNative(), chunk + ": stored() is not off the heap");
        subject.same(
                (long) chunk.count * codec.bytesPerElement(),
                stored.byteSize(),
                chunk + ", bytes of stored()");
        double[] values = new double[chunk.count];
        codec.decode(stored, 0, values, 0, chunk.count);
        subject.sameNumbers(expected(chunk), values, chunk + ", by stored()");
    }

    private Tensor.Part load(Chunk chunk) {
        try {
            return source.tensor(chunk.spec.name())
                    .load(
                            chunk.start,
                            chunk.count,
                            CountingScratch.of(source, chunk.spec, chunk.count));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (RuntimeException thrown) {
            return fail("%s: throws %s, %s".formatted(subject, thrown, chunk), thrown);
        }
    }

    private List<Chunk> chunks() {
        List<Chunk> chunks = new ArrayList<>();
        for (ParameterSpec spec : source.parameters()) {
            if (spec.dtype().isFloating()) {
                int elements = Math.toIntExact(spec.elements());
                chunks.add(new Chunk(spec, 0, elements));
                for (int start = 1; start < elements; start += CHUNK - 2) {
                    chunks.add(new Chunk(spec, start, Math.min(CHUNK, elements - start)));
                }
            }
        }
        return chunks;
    }

    private double[] expected(Chunk chunk) {
        double[] all = model.array(chunk.spec.name()).toDoubles();
        return Arrays.copyOfRange(all, chunk.start, chunk.start + chunk.count);
    }

    /** Decodes into the midst of an array. */
    private static double[] decoded(Tensor.Part part, int count) {
        double[] into = new double[count + 2];
        part.decode(0, into, 1, count);
        return Arrays.copyOfRange(into, 1, count + 1);
    }
}
