package io.terge.engine.execute;

import io.terge.engine.model.OpenTarget;
import io.terge.error.TergeException;
import io.terge.tensor.ElementCodec;
import io.terge.tensor.ParameterSpec;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/** Writes one parameter of the output, chunk by chunk: computes, rounds once, encodes, writes. */
final class ParameterWriter {

    /** Gives the numbers of a block. */
    @FunctionalInterface
    interface BlockSource {

        /** Makes the place for a chunk's blocks; used by one thread. */
        BlockFiller open(int longestBlock);
    }

    /** Fills one block after the other. */
    @FunctionalInterface
    interface BlockFiller {

        /** Returns the numbers of a block in the first places of an array. */
        double[] fill(long start, int length);
    }

    private final BlockScheduler scheduler;
    private final ExecutionSettings settings;
    private final OpenTarget target;

    ParameterWriter(BlockScheduler scheduler, ExecutionSettings settings, OpenTarget target) {
        this.scheduler = scheduler;
        this.settings = settings;
        this.target = target;
    }

    /**
     * Writes numbers.
     *
     * @param done told of every chunk that is written
     */
    void write(ParameterSpec spec, BlockSource source, Consumer<Chunk> done) {
        scheduler.run(
                spec.elements(),
                settings.chunkElements(),
                chunk -> writeChunk(spec, source, chunk),
                done);
    }

    /**
     * Writes stored bytes as they are.
     *
     * @param from where they are, for failures
     * @param done told of every chunk of bytes that is written
     */
    void copy(ModelTensor from, MemorySegment bytes, Consumer<Chunk> done) {
        scheduler.run(
                bytes.byteSize(),
                settings.chunkBytes(),
                chunk -> {
                    MemorySegment part = bytes.asSlice(chunk.start(), chunk.length());
                    try {
                        target.write(from.spec().name(), chunk.start(), part);
                    } catch (TergeException failure) {
                        throw from.unwritten(part, failure);
                    } catch (InternalError fault) {
                        throw from.vanished(fault);
                    }
                },
                done);
    }

    private void writeChunk(ParameterSpec spec, BlockSource source, Chunk chunk) {
        ElementCodec codec = ElementCodec.of(spec.dtype());
        int size = codec.bytesPerElement();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment encoded = arena.allocate((long) chunk.length() * size, Long.BYTES);
            BlockFiller filler = source.open(Math.min(settings.blockElements(), chunk.length()));
            int length;
            for (int at = 0; at < chunk.length(); at += length) {
                length = Math.min(settings.blockElements(), chunk.length() - at);
                double[] numbers = filler.fill(chunk.start() + at, length);
                codec.encode(numbers, 0, length, encoded, (long) at * size);
            }
            target.write(spec.name(), chunk.start() * size, encoded);
        }
    }
}
