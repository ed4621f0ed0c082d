package io.terge.benchmarks.kernel;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Copies of the bytes that the verbs of a kernel read and write, by way of a block in a cache, with
 * the names of the verbs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Stretch.ELEMENTS)
public class CopyBenchmark {

    /** The bytes of an element. */
    @Param({"1", "2", "4", "8"})
    public int size;

    private final List<MemorySegment> inputs = new ArrayList<>();
    private MemorySegment output = MemorySegment.NULL;
    private MemorySegment block = MemorySegment.NULL;

    @Setup(Level.Trial)
    public void prepare() {
        long bytes = (long) Stretch.ELEMENTS * size;
        for (int model = 0; model < Stretch.MODELS; model++) {
            inputs.add(Arena.ofAuto().allocate(bytes, 64).fill((byte) (model + 1)));
        }
        output = Arena.ofAuto().allocate(bytes, 64);
        block = Arena.ofAuto().allocate((long) Stretch.BLOCK * size, 64);
    }

    /** Reads one model. */
    @Benchmark
    public MemorySegment decode() {
        for (long at = 0; at < output.byteSize(); at += block.byteSize()) {
            read(0, at);
        }
        return block;
    }

    /** Writes one. */
    @Benchmark
    public void encode() {
        for (long at = 0; at < output.byteSize(); at += block.byteSize()) {
            write(at);
        }
    }

    /** Reads three and writes one. */
    @Benchmark
    public void combine() {
        for (long at = 0; at < output.byteSize(); at += block.byteSize()) {
            for (int model = 0; model < Stretch.MODELS; model++) {
                read(model, at);
            }
            write(at);
        }
    }

    /** Reads three. */
    @Benchmark
    public MemorySegment products() {
        for (long at = 0; at < output.byteSize(); at += block.byteSize()) {
            for (int model = 0; model < Stretch.MODELS; model++) {
                read(model, at);
            }
        }
        return block;
    }

    private void read(int model, long at) {
        MemorySegment.copy(inputs.get(model), at, block, 0, block.byteSize());
    }

    private void write(long at) {
        MemorySegment.copy(block, 0, output, at, block.byteSize());
    }
}
