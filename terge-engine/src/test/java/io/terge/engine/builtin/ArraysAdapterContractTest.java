package io.terge.engine.builtin;

import io.terge.model.ModelReference;
import io.terge.spi.format.ModelAdapter;
import io.terge.tensor.TensorArray;
import io.terge.testkit.ModelAdapterContract;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

class ArraysAdapterContractTest extends ModelAdapterContract {

    @Override
    protected ModelAdapter adapter() {
        return new ArraysAdapter();
    }

    @Override
    protected ModelReference target(Path directory) {
        return ModelReference.of(new LinkedHashMap<String, TensorArray>(), "memory");
    }

    @Override
    protected boolean isVisible(ModelReference reference) {
        return reference instanceof ModelReference.InMemory(Object model, String label)
                && model instanceof Map<?, ?> map
                && !map.isEmpty();
    }

    @Override
    protected boolean keepsMetadata() {
        return false;
    }

    @Override
    protected boolean keepsCompanions() {
        return false;
    }

    // The memory is the caller's and outlives the source.
    @Override
    protected boolean refusesReadsAfterClose() {
        return false;
    }
}
