package io.terge.files.tiny;

import io.terge.model.ModelReference;
import io.terge.spi.format.ModelAdapter;
import io.terge.testkit.ModelAdapterContract;

import java.nio.file.Path;

class TinyDirectoryContractTest extends ModelAdapterContract {

    @Override
    protected ModelAdapter adapter() {
        return new TinyDirectoryAdapter();
    }

    @Override
    protected ModelReference target(Path directory) {
        return ModelReference.at(directory.resolve("model"));
    }

    @Override
    protected boolean keepsMetadata() {
        return false;
    }
}
