package io.terge.engine.model;

import static java.util.Objects.requireNonNull;

import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.PluginFailures;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.ModelAdapter;
import io.terge.spi.ModelSource;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

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
        ModelHeaders headers =
                guard(
                        "reading the headers of " + reference.describe(),
                        () ->
                                new ModelHeaders(
                                        reference,
                                        adapter.name(),
                                        source.parameters(),
                                        source.metadata(),
                                        source.companions()));
        Set<String> names = new HashSet<>();
        for (ParameterSpec spec : headers.parameters()) {
            if (!names.add(spec.name())) {
                throw broken(
                        "it gives '%s' of %s twice".formatted(spec.name(), reference.describe()));
            }
        }
        return headers;
    }

    /** A view of one parameter, valid until this model is closed. */
    public Tensor tensor(String name) {
        return guard(
                "finding '" + name + "' in " + reference.describe(),
                () -> requireNonNull(source.tensor(name)));
    }

    /** Calls code of the adapter: what it throws names the adapter. */
    public <T> T guard(String doing, Supplier<T> call) {
        return PluginFailures.guard(adapter, doing, call);
    }

    /** The exception for an adapter that breaks its contract. */
    public TergeException broken(String how) {
        return PluginFailures.broken(adapter, how, "report this to the author of the adapter");
    }

    @Override
    public void close() {
        AdapterCall.reading(
                adapter,
                "closing " + reference.describe(),
                "model " + reference.describe(),
                () -> {
                    source.close();
                    return reference;
                });
    }
}
