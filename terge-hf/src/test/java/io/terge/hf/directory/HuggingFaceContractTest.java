package io.terge.hf.directory;

import io.terge.hf.Models;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.ModelAdapter;
import io.terge.testkit.ModelAdapterContract;

import java.nio.file.Path;

class HuggingFaceContractTest extends ModelAdapterContract {

    @Override
    protected ModelAdapter adapter() {
        return new HuggingFaceAdapter();
    }

    @Override
    protected ModelReference target(Path directory) {
        return ModelReference.at(directory.resolve("model"));
    }

    @Override
    protected AdapterContext context() {
        return Models.context();
    }
}
