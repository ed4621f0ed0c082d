package io.terge.benchmarks.kernel;

import io.terge.engine.kernel.Kernels;
import io.terge.tensor.DType;
import io.terge.tensor.ElementCodec;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Three models' stored numbers, and a kernel that was seen to do what plain code does. */
@State(Scope.Thread)
public class KernelData {

    /** Which code runs. */
    @Param({"scalar", "vector"})
    public String code = "";

    /** How the numbers are stored. */
    @Param({"BF16", "F16", "F32", "F64", "F8_E4M3", "F8_E5M2"})
    public String type = "";

    private DType dtype = DType.F64;
    private List<MemorySegment> inputs = List.of();
    private MemorySegment output = MemorySegment.NULL;
    private Kernels kernels = Kernels.scalar();

    /** Compares the code that is measured with plain code. */
    @Setup(Level.Trial)
    public void prepare() {
        dtype = DType.named(type);
        kernels = code.equals("vector") ? Kernels.fastest() : Kernels.scalar();
        if (code.equals("vector") && !kernels.isVector()) {
            throw new IllegalStateException("There is no vector code here: " + kernels.describe());
        }
        inputs = new ArrayList<>();
        for (int model = 0; model < Stretch.MODELS; model++) {
            inputs.add(normalNumbers(model));
        }
        output = memory();
        new KernelCheck(this).check(kernels);
    }

    DType dtype() {
        return dtype;
    }

    /** How many bytes an element has. */
    int size() {
        return dtype.bits() / 8;
    }

    MemorySegment input(int model) {
        return inputs.get(model);
    }

    MemorySegment output() {
        return output;
    }

    KernelRun newRun() {
        return newRun(kernels, Stretch.ELEMENTS);
    }

    KernelRun newRun(Kernels code, int elements) {
        KernelRun run = new KernelRun(this, code, elements);
        run.decode(); // Numbers to encode.
        return run;
    }

    private MemorySegment memory() {
        return Arena.ofAuto().allocate((long) Stretch.ELEMENTS * size(), 64);
    }

    private MemorySegment normalNumbers(int model) {
        SplittableRandom random = new SplittableRandom(model);
        double[] numbers = new double[Stretch.CHECKED];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextGaussian();
        }
        MemorySegment bytes = memory();
        for (int at = 0; at < Stretch.ELEMENTS; at += numbers.length) {
            ElementCodec.of(dtype).encode(numbers, 0, numbers.length, bytes, (long) at * size());
        }
        return bytes;
    }
}
