package io.terge.files.tiny;

import io.terge.model.ModelReference;
import io.terge.spi.format.ModelAdapter;
import io.terge.testkit.ModelAdapterContract;

import java.nio.file.Path;

class TinyFileContractTest extends ModelAdapterContract {

    @Override
    protected ModelAdapter adapter() {
        return new TinyFileAdapter();
    }

    @Override
    protected ModelReference target(Path directory) {
        return ModelReference.at(directory.resolve("model.tiny"));
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
