package io.terge.testkit;

import io.terge.spi.method.Block;

import java.util.HashMap;
import java.util.Map;

/** Copies of a run of elements, made when asked for, so that a function may overwrite them. */
final class ReferenceBlock implements Block {

    private final ReferenceInputs numbers;
    private final int start;
    private final int length;
    private final Map<Integer, double[]> inputs = new HashMap<>();
    private final boolean hasOutput;
    private final double[] output;
    private double[] base = {};

    ReferenceBlock(ReferenceInputs numbers, int start, int length, boolean hasOutput) {
        this.numbers = numbers;
        this.start = start;
        this.length = length;
        this.hasOutput = hasOutput;
        this.output = ReferenceInputs.unwritten(length + 3);
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
        return inputs.computeIfAbsent(
                index, i -> ReferenceInputs.part(numbers.input(i), start, length));
    }

    @Override
    public double[] base() {
        if (base.length == 0) {
            base = ReferenceInputs.part(numbers.base(), start, length);
        }
        return base;
    }

    @Override
    public double[] output() {
        if (!hasOutput) {
            throw new IllegalStateException("The block of a statistic has no output");
        }
        return output;
    }
}
