package io.terge.engine.execute.statistic;

import io.terge.engine.operand.BlockBuffers;
import io.terge.engine.plugin.MethodCall;
import io.terge.engine.schedule.WorkerMemory;
import io.terge.spi.method.Block;

import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/** A method's own statistic, whose failures name the method. */
public record MethodGathering<A>(
        MethodCall method,
        Supplier<A> starting,
        Adding<A> adding,
        BinaryOperator<A> joining,
        boolean isExact)
        implements Reductions.Gathering<A> {

    /** Adds a block of one of several parameters. */
    @FunctionalInterface
    public interface Adding<A> {
        A add(A soFar, int parameter, Block block);
    }

    @Override
    public A start() {
        return method.get(starting);
    }

    @Override
    public A add(A soFar, int parameter, BlockBuffers block, WorkerMemory memory) {
        return method.get(() -> adding.add(soFar, parameter, block));
    }

    @Override
    public A join(A left, A right) {
        return method.get(() -> joining.apply(left, right));
    }
}
