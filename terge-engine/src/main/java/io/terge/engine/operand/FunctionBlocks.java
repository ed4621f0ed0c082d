package io.terge.engine.operand;

import io.terge.engine.plugin.MethodCall;
import io.terge.spi.method.BlockFunction;

import java.util.HashMap;
import java.util.Map;

/**
 * The blocks that a method computes. It may make a finite result of an element that is not, and may
 * overwrite what it is given: the models are always looked at, before it is called.
 */
public final class FunctionBlocks implements BlockSource {

    private final BlockFunction function;
    private final BlockBuffers block;
    private final MethodCall method;
    private final Map<Integer, Long> notFinite = new HashMap<>();

    /**
     * Makes them, for a chunk.
     *
     * @param function computes a block
     * @param block its arrays
     * @param method blamed for failures of the function
     */
    public FunctionBlocks(BlockFunction function, BlockBuffers block, MethodCall method) {
        this.function = function;
        this.block = block;
        this.method = method;
    }

    @Override
    public double[] numbers(int at, int length) {
        block.read(at, length);
        notFinite.clear();
        block.countNotFinite((model, count) -> notFinite.merge(model, count, Long::sum));
        method.run(() -> function.apply(block));
        return block.output();
    }

    @Override
    public void count(int at, int length, boolean isFinite, ModelCount count) {
        notFinite.forEach(count::add);
    }
}
