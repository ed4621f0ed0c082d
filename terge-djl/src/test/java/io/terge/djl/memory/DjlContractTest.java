package io.terge.djl.memory;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;

import io.terge.djl.NativeTest;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelAdapter;
import io.terge.tensor.DType;
import io.terge.testkit.ModelAdapterContract;
import io.terge.testkit.TinyModel;

import org.junit.jupiter.api.AfterEach;

import java.nio.file.Path;
import java.util.List;

@NativeTest
class DjlContractTest extends ModelAdapterContract {

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Override
    protected ModelAdapter adapter() {
        return new DjlAdapter();
    }

    @Override
    protected ModelReference target(Path directory) {
        return target(TinyModel.seeded(0), directory);
    }

    @Override
    protected ModelReference target(TinyModel model, Path directory) {
        return ModelReference.of(ParameterBlock.zeros(model, manager), "block");
    }

    @Override
    protected boolean targetsExist() {
        return true;
    }

    @Override
    protected boolean isVisible(ModelReference reference) {
        return reference instanceof ModelReference.InMemory(Object model, String label)
                && model instanceof Block block
                && block.getParameters().values().stream()
                        .anyMatch(parameter -> hasValues(parameter.getArray().toByteArray()));
    }

    private static boolean hasValues(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected List<DType> types() {
        return ParameterBlock.types();
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
