package io.terge.djl.examples;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.LayoutType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;

/** Blocks with random numbers for the examples. */
final class SampleBlocks {

    private SampleBlocks() {}

    static LSTM lstm(NDManager manager, int inputSize, int layers) {
        return initialized(
                LSTM.builder().setStateSize(20).setNumLayers(layers).build(),
                manager,
                sequences(inputSize));
    }

    static Linear linear(NDManager manager, int inputSize, int units) {
        return initialized(
                Linear.builder().setUnits(units).build(), manager, new Shape(1, inputSize));
    }

    static SequentialBlock tagger(NDManager manager) {
        SequentialBlock block =
                new SequentialBlock()
                        .add(LSTM.builder().setStateSize(20).setNumLayers(2).build())
                        .add(Activation::relu)
                        .add(Linear.builder().setUnits(3).build());
        return initialized(block, manager, sequences(10));
    }

    private static Shape sequences(int inputSize) {
        return new Shape(
                new long[] {1, 5, inputSize},
                new LayoutType[] {LayoutType.BATCH, LayoutType.TIME, LayoutType.CHANNEL});
    }

    private static <B extends Block> B initialized(B block, NDManager manager, Shape input) {
        block.initialize(manager, DataType.FLOAT32, input);
        return block;
    }
}
