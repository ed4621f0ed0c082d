package io.terge.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.NormalInitializer;

import io.terge.engine.Terge;
import io.terge.tensor.TensorArray;

import java.util.Map;
import java.util.Objects;

/** Small networks, and what tests ask of them. */
public final class Networks {

    private Networks() {}

    /** Returns two linear layers with a batch normalisation between them, of random numbers. */
    public static SequentialBlock classifier(NDManager manager) {
        SequentialBlock block =
                new SequentialBlock()
                        .add(Linear.builder().setUnits(4).build())
                        .add(BatchNorm.builder().build())
                        .add(Activation::relu)
                        .add(Linear.builder().setUnits(2).build());
        return initialized(block, manager, new Shape(1, 3));
    }

    /** Initializes a block with random numbers, biases too. */
    public static <B extends Block> B initialized(B block, NDManager manager, Shape input) {
        block.setInitializer(new NormalInitializer(1), Parameter.Type.WEIGHT);
        block.setInitializer(new NormalInitializer(1), Parameter.Type.BIAS);
        block.initialize(manager, DataType.FLOAT32, input);
        return block;
    }

    /** Returns what a block computes when it is used, not trained. */
    public static float[] output(Block block, NDArray input) {
        NDManager manager = input.getManager();
        ParameterStore store = new ParameterStore(manager, false);
        return block.forward(store, new NDList(input), false).head().toFloatArray();
    }

    /** Returns the values of a parameter. */
    public static float[] values(Block block, String name) {
        return block.getParameters().get(name).getArray().toFloatArray();
    }

    /** Returns the rounded means of the elements of two arrays. */
    public static float[] means(float[] a, float[] b) {
        float[] means = new float[a.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (0.5 * a[i] + 0.5 * b[i]);
        }
        return means;
    }

    /** Returns the parameters of a model as terge reads them. */
    public static TensorArray array(Object model, String name) {
        Map<String, TensorArray> arrays = Terge.merge(model).toArrays();
        return Objects.requireNonNull(arrays.get(name), name);
    }
}
