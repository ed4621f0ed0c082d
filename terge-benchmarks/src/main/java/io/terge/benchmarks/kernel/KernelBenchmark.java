package io.terge.benchmarks.kernel;

import io.terge.engine.kernel.Kernels;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.concurrent.TimeUnit;

/** The verbs of a kernel, in nanoseconds for each element of a model. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Stretch.ELEMENTS)
public class KernelBenchmark {

    private KernelRun run = new KernelRun(new KernelData(), Kernels.scalar(), 0);

    /** Makes a kernel. */
    @Setup(Level.Trial)
    public void prepare(KernelData data) {
        run = data.newRun();
    }

    /** Stored elements of a model to numbers. */
    @Benchmark
    public double[] decode() {
        return run.decode();
    }

    /** Numbers to stored elements. */
    @Benchmark
    public void encode() {
        run.encode();
    }

    /** Three models to their weighted sum. */
    @Benchmark
    public void combine() {
        run.combine();
    }

    /** Three models to their inner products, each with each and with itself. */
    @Benchmark
    public double[] products() {
        return run.products();
    }
}
