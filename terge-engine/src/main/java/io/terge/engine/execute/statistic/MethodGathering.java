package io.terge.engine.execute.statistic;

import io.terge.engine.operand.BlockBuffers;
import io.terge.engine.plugin.MethodCall;
import io.terge.engine.schedule.WorkerMemory;
import io.terge.spi.method.Block;
import io.terge.spi.method.ModelSurvey.ModelReduction;

/** A method's own statistic, whose failures name the method. */
public record MethodGathering<A>(MethodCall method, ModelReduction<A> reduction, Adding<A> adding)
        implements Reductions.Gathering<A> {

    /** Adds a block of one of several parameters. */
    @FunctionalInterface
    public interface Adding<A> {
        A add(A soFar, int parameter, Block block);
    }

    @Override
    public A start() {
        return method.get(reduction::start);
    }

    @Override
    public A add(A soFar, int parameter, BlockBuffers block, WorkerMemory memory) {
        return method.get(() -> adding.add(soFar, parameter, block));
    }

    @Override
    public A join(A left, A right) {
        return method.get(() -> reduction.join(left, right));
    }

    @Override
    public boolean isExact() {
        return method.get(reduction::isExact);
    }
}
