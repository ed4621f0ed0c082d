package io.terge.engine.execute;

import io.terge.spi.Block;

import java.util.List;
import java.util.Optional;

/** The arrays of a block: used again for every block of a chunk, by one thread. */
final class BlockBuffers implements Block {

    private final List<ModelTensor> tensors;
    private final Optional<ModelTensor> baseTensor;
    private final double[][] inputs;
    private final double[] base;
    private final double[] output;
    private long start;
    private int length;

    BlockBuffers(List<ModelTensor> tensors, Optional<ModelTensor> baseTensor, int longest) {
        this.tensors = tensors;
        this.baseTensor = baseTensor;
        this.inputs = new double[tensors.size()][longest];
        this.base = new double[baseTensor.isPresent() ? longest : 0];
        this.output = new double[longest];
    }

    /** Goes to a block and reads it. */
    void read(long blockStart, int blockLength) {
        start = blockStart;
        length = blockLength;
        for (int i = 0; i < inputs.length; i++) {
            tensors.get(i).read(start, inputs[i], length);
        }
        baseTensor.ifPresent(tensor -> tensor.read(blockStart, base, blockLength));
    }

    @Override
    public long start() {
        return start;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public double[] input(int index) {
        return inputs[index];
    }

    @Override
    public double[] base() {
        if (baseTensor.isEmpty()) {
            throw new IllegalStateException(
                    "The method's description does not say that it uses the base");
        }
        return base;
    }

    @Override
    public double[] output() {
        return output;
    }
}
