package io.terge.pytorch;

import io.terge.model.ModelReference;
import io.terge.pytorch.tensor.TorchType;
import io.terge.spi.format.ModelAdapter;
import io.terge.tensor.DType;
import io.terge.testkit.ModelAdapterContract;

import java.nio.file.Path;
import java.util.List;

class PyTorchContractTest extends ModelAdapterContract {

    @Override
    protected ModelAdapter adapter() {
        return new PyTorchAdapter();
    }

    @Override
    protected ModelReference target(Path directory) {
        return ModelReference.at(directory.resolve("pytorch_model.bin"));
    }

    @Override
    protected List<DType> types() {
        return TorchType.all().stream().map(TorchType::dtype).filter(DType::hasKnownSize).toList();
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
