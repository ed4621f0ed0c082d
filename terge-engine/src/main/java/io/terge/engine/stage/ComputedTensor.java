package io.terge.engine.stage;

import io.terge.engine.cost.StageFootprint;
import io.terge.engine.kernel.Kernels;
import io.terge.engine.schedule.WorkerMemory;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Scratch;
import io.terge.tensor.Tensor;

/**
 * A parameter whose numbers are computed when they are read. They are not rounded to the type in
 * its header, unless its stage says so: that is the type that the parameter has where it is
 * written.
 *
 * @param computed how they are computed
 * @param kernels make the loops of each chunk
 */
record ComputedTensor(Computed computed, Kernels kernels) implements Tensor {

    @Override
    public ParameterSpec spec() {
        return computed.spec();
    }

    @Override
    public Part load(long start, int count, Scratch scratch) {
        // With loops of its own: those of the thread are in the middle of a sum.
        return computed.load(
                start, count, WorkerMemory.within(kernels, StageFootprint.BLOCK, scratch));
    }
}
