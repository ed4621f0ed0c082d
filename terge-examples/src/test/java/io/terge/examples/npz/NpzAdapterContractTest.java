package io.terge.examples.npz;

import io.terge.model.ModelReference;
import io.terge.spi.format.ModelAdapter;
import io.terge.tensor.DType;
import io.terge.testkit.ModelAdapterContract;

import java.nio.file.Path;
import java.util.List;

class NpzAdapterContractTest extends ModelAdapterContract {

    @Override
    protected ModelAdapter adapter() {
        return new NpzAdapter();
    }

    @Override
    protected ModelReference target(Path directory) {
        return ModelReference.at(directory.resolve("model.npz"));
    }

    @Override
    protected List<DType> types() {
        return List.of(
                DType.F64,
                DType.F32,
                DType.F16,
                DType.I64,
                DType.I32,
                DType.I16,
                DType.I8,
                DType.U64,
                DType.U32,
                DType.U16,
                DType.U8,
                DType.BOOL);
    }

    @Override
    protected boolean keepsMetadata() {
        return false;
    }

    @Override
    protected boolean keepsCompanions() {
        return false;
    }
}
