package io.terge.engine.model;

import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.PluginFailures;
import io.terge.model.ModelReference;
import io.terge.spi.ModelAdapter;
import io.terge.spi.ModelSource;
import io.terge.tensor.Tensor;

import java.io.IOException;

/** A model that is open for reading, with the adapter that opened it. */
public final class OpenModel implements AutoCloseable {

    private final ModelReference reference;
    private final Plugin<ModelAdapter> adapter;
    private final ModelSource source;

    OpenModel(ModelReference reference, Plugin<ModelAdapter> adapter, ModelSource source) {
        this.reference = reference;
        this.adapter = adapter;
        this.source = source;
    }

    /** Where the model is. */
    public ModelReference reference() {
        return reference;
    }

    /** What its headers say. */
    public ModelHeaders headers() {
        return PluginFailures.guard(
                adapter,
                "reading the headers of " + reference.describe(),
                () ->
                        new ModelHeaders(
                                reference,
                                adapter.name(),
                                source.parameters(),
                                source.metadata(),
                                source.companions()));
    }

    /** A view of one parameter, valid until this model is closed. */
    public Tensor tensor(String name) {
        return PluginFailures.guard(
                adapter,
                "finding '" + name + "' in " + reference.describe(),
                () -> source.tensor(name));
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException failure) {
            throw IoFailures.reading("model " + reference.describe(), failure);
        } catch (RuntimeException unexpected) {
            throw PluginFailures.failed(adapter, "closing " + reference.describe(), unexpected);
        }
    }
}
