package io.terge.engine.execute;

import io.terge.engine.operand.BlockBuffers;
import io.terge.engine.operand.Operands;
import io.terge.engine.plugin.MethodCall;
import io.terge.spi.method.BlockFunction;

/**
 * The blocks that a method computes. It may make a finite result of an element that is not, so the
 * models are always looked at.
 *
 * @param function computes a block
 * @param block its arrays
 * @param operands what they are read from
 * @param method blamed for failures of the function
 */
record FunctionBlocks(
        BlockFunction function, BlockBuffers block, Operands operands, MethodCall method)
        implements BlockSource {

    @Override
    public double[] numbers(int at, int length) {
        block.read(at, length);
        method.run(() -> function.apply(block));
        return block.output();
    }

    @Override
    public void count(int at, int length, boolean isFinite, ModelCount count) {
        for (int i = 0; i < operands.inputs().size(); i++) {
            int model = operands.inputs().get(i).operand().model();
            count.add(model, NotFinite.count(block.input(i), length));
        }
        operands.base()
                .ifPresent(
                        base ->
                                count.add(
                                        base.operand().model(),
                                        NotFinite.count(block.base(), length)));
    }
}
