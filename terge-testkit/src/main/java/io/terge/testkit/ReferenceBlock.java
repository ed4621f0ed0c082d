package io.terge.testkit;

import io.terge.spi.Block;

import java.util.HashMap;
import java.util.Map;

/** Copies of a run of elements, made when asked for, so that a function may overwrite them. */
final class ReferenceBlock implements Block {

    private final ReferenceRun run;
    private final int start;
    private final int length;
    private final Map<Integer, double[]> inputs = new HashMap<>();
    private final boolean hasOutput;
    private final double[] output;
    private double[] base = {};

    ReferenceBlock(ReferenceRun run, int start, int length, boolean hasOutput) {
        this.run = run;
        this.start = start;
        this.length = length;
        this.hasOutput = hasOutput;
        this.output = ReferenceRun.unwritten(length);
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
        return inputs.computeIfAbsent(index, i -> ReferenceRun.part(run.input(i), start, length));
    }

    @Override
    public double[] base() {
        if (base.length == 0) {
            base = ReferenceRun.part(run.base(), start, length);
        }
        return base;
    }

    @Override
    public double[] output() {
        if (!hasOutput) {
            throw new IllegalStateException("A block of a statistic has no output");
        }
        return output;
    }
}
