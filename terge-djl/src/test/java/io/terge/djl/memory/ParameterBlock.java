package io.terge.djl.memory;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

import io.terge.tensor.DType;
import io.terge.tensor.ParameterSpec;
import io.terge.testkit.TinyModel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A block that has parameters and computes nothing. */
final class ParameterBlock extends AbstractBlock {

    /** Returns a block with the parameters of a model, all of whose elements are zero. */
    static ParameterBlock zeros(TinyModel model, NDManager manager) {
        ParameterBlock block = new ParameterBlock();
        for (ParameterSpec spec : model.specs()) {
            long[] shape = spec.shape().dimensions().stream().mapToLong(Long::longValue).toArray();
            block.with(spec.name(), manager.zeros(new Shape(shape), type(spec.dtype())));
        }
        return block;
    }

    /** Adds a parameter. */
    ParameterBlock with(String name, NDArray array) {
        addParameter(
                Parameter.builder()
                        .setName(name)
                        .setType(Parameter.Type.OTHER)
                        .optArray(array)
                        .build());
        return this;
    }

    /** Adds a parameter without values. */
    ParameterBlock without(String name) {
        addParameter(Parameter.builder().setName(name).setType(Parameter.Type.OTHER).build());
        return this;
    }

    /** The types that the adapter supports, a floating one first. */
    static List<DType> types() {
        return Arrays.stream(DataType.values())
                .map(DataTypes::dtype)
                .flatMap(Optional::stream)
                .toList();
    }

    private static DataType type(DType dtype) {
        return Arrays.stream(DataType.values())
                .filter(type -> DataTypes.dtype(type).filter(dtype::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return inputs;
    }
}
