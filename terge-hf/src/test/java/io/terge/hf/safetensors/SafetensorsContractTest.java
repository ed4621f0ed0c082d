package io.terge.hf.safetensors;

import io.terge.model.ModelReference;
import io.terge.spi.format.ModelAdapter;
import io.terge.testkit.ModelAdapterContract;

import java.nio.file.Path;

class SafetensorsContractTest extends ModelAdapterContract {

    @Override
    protected ModelAdapter adapter() {
        return new SafetensorsAdapter();
    }

    @Override
    protected ModelReference target(Path directory) {
        return ModelReference.at(directory.resolve("model.safetensors"));
    }

    @Override
    protected boolean keepsCompanions() {
        return false;
    }
}
