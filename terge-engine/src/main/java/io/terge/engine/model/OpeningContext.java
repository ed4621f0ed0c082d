package io.terge.engine.model;

import io.terge.engine.plugin.Plugin;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an adapter is given for one call. What it has opened is closed where the call fails. */
final class OpeningContext implements AdapterContext, AutoCloseable {

    private final Opening opening;
    private final Plugin<ModelAdapter> adapter;
    private final AdapterSettings settings;
    private final boolean isNested;
    private final List<NestedSource> opened = new ArrayList<>();
    private boolean over;

    OpeningContext(Opening opening, Plugin<ModelAdapter> adapter, AdapterSettings settings) {
        this.opening = opening;
        this.adapter = adapter;
        this.settings = settings;
        this.isNested = opening.isNested();
    }

    @Override
    public boolean isNested() {
        check();
        return isNested;
    }

    @Override
    public ModelSource open(ModelReference other) throws IOException {
        check();
        NestedSource source = opening.nested(other);
        opened.add(source);
        return source;
    }

    @Override
    public Optional<String> setting(String name) {
        check();
        return settings.find(name);
    }

    @Override
    public <T> T shared(Class<T> type, Object key, Reading<T> reading) throws IOException {
        check();
        return opening.shared().get(adapter.name(), type, key, reading);
    }

    @Override
    public void progress(String doing, long done, long total) {
        check();
        if (done < 0 || total < 0 || total > 0 && done > total) {
            throw adapter.call(doing)
                    .broken("it reports progress of %d of %d at %s".formatted(done, total, doing));
        }
        opening.progress(doing, done, total);
    }

    private void check() {
        opening.checkThread();
        if (over) {
            throw new IllegalStateException(
                    "An AdapterContext is valid only during the call of open");
        }
    }

    /** Leaves the sources to the adapter. */
    void keepOpen() {
        opened.clear();
    }

    @Override
    public void close() throws IOException {
        over = true;
        if (!opened.isEmpty()) {
            try (NestedSource _ = opened.removeFirst()) {
                close(); // In reverse; later failures are suppressed.
            }
        }
    }
}
