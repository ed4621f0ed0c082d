package io.terge.engine.model;

import io.terge.api.CompanionSettings;
import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.PluginCall;
import io.terge.error.Problem;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSink;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A model that is being written, with the adapter that writes it. */
public final class OpenTarget implements AutoCloseable {

    private final ModelReference target;
    private final Plugin<ModelAdapter> adapter;
    private final ModelSink sink;
    private final Consumer<Problem> warnings;

    OpenTarget(
            ModelReference target,
            Plugin<ModelAdapter> adapter,
            ModelSink sink,
            Consumer<Problem> warnings) {
        this.target = target;
        this.adapter = adapter;
        this.sink = sink;
        this.warnings = warnings;
    }

    /** Writes part of a parameter; see {@link ModelSink#write}. */
    public void write(String parameter, long offset, MemorySegment bytes) {
        run(() -> "writing '" + parameter + "'", () -> sink.write(parameter, offset, bytes));
    }

    /** Puts the model at its target; see {@link ModelSink#commit}. */
    public void commit() {
        run(() -> "committing " + CompanionSettings.describe(target), sink::commit);
    }

    /** What the commit has replaced; see {@link ModelSink#replaced}. */
    public List<String> replaced() {
        return adapter.call("listing what was replaced at " + CompanionSettings.describe(target))
                .get(() -> List.copyOf(sink.replaced()));
    }

    /** Discards the model unless it is committed. */
    @Override
    public void close() {
        run(() -> "closing " + CompanionSettings.describe(target), sink::close);
        adapter.call("reading the warnings of " + CompanionSettings.describe(target))
                .get(sink::warnings)
                .forEach(warnings);
    }

    private void run(Supplier<String> doing, PluginCall.IoRunnable step) {
        adapter.call(doing).runWriting(() -> "output " + CompanionSettings.describe(target), step);
    }
}
