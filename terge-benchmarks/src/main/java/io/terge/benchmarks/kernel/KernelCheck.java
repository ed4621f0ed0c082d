package io.terge.benchmarks.kernel;

import io.terge.engine.kernel.Kernels;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Whether a kernel does what plain code does, bit for bit, on a part of the data that is measured.
 */
final class KernelCheck {

    private final KernelData data;
    private final KernelRun scalar;

    KernelCheck(KernelData data) {
        this.data = data;
        this.scalar = data.newRun(Kernels.scalar(), Stretch.CHECKED);
    }

    void check(Kernels kernels) {
        KernelRun measured = data.newRun(kernels, Stretch.CHECKED);
        require(Arrays.equals(scalar.decode(), measured.decode()), "decode");
        require(sameOutput(scalar::encode, measured::encode), "encode");
        require(sameOutput(scalar::combine, measured::combine), "combine");
        require(Arrays.equals(scalar.products(), measured.products()), "products");
    }

    private boolean sameOutput(Runnable expected, Runnable actual) {
        try (Arena arena = Arena.ofConfined()) {
            expected.run();
            MemorySegment kept = arena.allocate(data.output().byteSize(), 64);
            kept.copyFrom(data.output());
            data.output().fill((byte) 0);
            actual.run();
            return kept.mismatch(data.output()) < 0;
        }
    }

    private void require(boolean same, String verb) {
        if (!same) {
            throw new IllegalStateException(
                    "%s of %s: %s code has other results than plain code"
                            .formatted(verb, data.type, data.code));
        }
    }
}
