package io.terge.engine.model;

import static java.util.Objects.requireNonNull;

import io.terge.api.CompanionSettings;
import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.PluginCall;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSink;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** A sink of a {@link NestedWriter}: what it throws names its own adapter. */
final class NestedSink implements ModelSink {

    private final ModelReference target;
    private final Plugin<ModelAdapter> adapter;
    private final ModelSink sink;

    NestedSink(ModelReference target, Plugin<ModelAdapter> adapter, ModelSink sink) {
        this.target = target;
        this.adapter = adapter;
        this.sink = requireNonNull(sink, "sink");
    }

    @Override
    public void write(String parameter, long offset, MemorySegment bytes) throws IOException {
        run("writing '" + parameter + "'", () -> sink.write(parameter, offset, bytes));
    }

    @Override
    public void commit() throws IOException {
        run("committing " + CompanionSettings.describe(target), sink::commit);
    }

    @Override
    public void close() throws IOException {
        run("closing " + CompanionSettings.describe(target), sink::close);
    }

    private void run(String doing, PluginCall.IoRunnable step) throws IOException {
        adapter.call(doing)
                .getPassing(
                        () -> {
                            step.run();
                            return target;
                        });
    }
}
