package io.terge.engine.execute;

import java.util.List;
import java.util.Optional;

/**
 * A chunk of all that a parameter is made from, on the thread that works on it.
 *
 * @param inputs the models' parts
 * @param base the base's part, where it is read apart
 * @param scratch the thread's memory
 */
record LoadedChunk(List<TensorPart> inputs, Optional<TensorPart> base, Scratch scratch) {

    /** Loads the stored bytes; what was loaded before on this thread is gone. */
    static LoadedChunk of(ParameterTensors tensors, long start, int length, Scratch scratch) {
        scratch.reset();
        return new LoadedChunk(
                tensors.inputs().stream()
                        .map(tensor -> TensorPart.load(tensor, start, length, scratch))
                        .toList(),
                tensors.base().map(tensor -> TensorPart.load(tensor, start, length, scratch)),
                scratch);
    }

    /**
     * The linear combination of a block.
     *
     * @param baseCoefficient the base's coefficient; 0 leaves the base out
     * @param coefficients the inputs' coefficients
     * @param at the block's place in the chunk
     */
    double[] combine(double baseCoefficient, double[] coefficients, int at, int length) {
        double[] room = scratch.array(0, length);
        scratch.kernel().start(length);
        if (baseCoefficient != 0) {
            base.orElseThrow().addTo(scratch, baseCoefficient, at, room, length);
        }
        for (int i = 0; i < coefficients.length; i++) {
            inputs.get(i).addTo(scratch, coefficients[i], at, room, length);
        }
        return scratch.kernel().sum();
    }
}
