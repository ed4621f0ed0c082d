package io.terge.engine.model;

import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.PluginCall;
import io.terge.error.Problem;
import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.ParameterGroup;
import io.terge.spi.format.Vocabulary;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A source that an adapter has opened through its context: what it throws names its own adapter,
 * not the one that asked. Closed once, however often it is told to.
 */
final class NestedSource implements ModelSource {

    private final ModelReference reference;
    private final Plugin<ModelAdapter> adapter;
    private final ModelSource source;
    private final AtomicBoolean closed = new AtomicBoolean();

    NestedSource(ModelReference reference, Plugin<ModelAdapter> adapter, ModelSource source) {
        this.reference = reference;
        this.adapter = adapter;
        this.source = source;
    }

    @Override
    public List<ParameterSpec> parameters() {
        return headers().get(source::parameters);
    }

    @Override
    public Tensor tensor(String name) {
        return adapter.call(() -> "finding '" + name + "' in " + reference.describe())
                .get(() -> source.tensor(name));
    }

    @Override
    public Footprint footprint(ParameterSpec parameter) {
        return headers().get(() -> source.footprint(parameter));
    }

    @Override
    public Map<String, String> ties() {
        return headers().get(source::ties);
    }

    @Override
    public Map<String, String> aliases() {
        return headers().get(source::aliases);
    }

    @Override
    public SequencedMap<String, String> traits() {
        return headers().get(source::traits);
    }

    @Override
    public Optional<Vocabulary> vocabulary() {
        return headers()
                .get(source::vocabulary)
                .map(found -> OpenVocabulary.of(found, adapter, reference));
    }

    @Override
    public List<ParameterGroup> groups() {
        return headers().get(source::groups);
    }

    @Override
    public Map<String, String> metadata() {
        return headers().get(source::metadata);
    }

    @Override
    public List<Companion> companions() {
        return headers().get(source::companions);
    }

    @Override
    public Optional<ModelReference> resolved() {
        return headers().get(source::resolved);
    }

    @Override
    public SequencedMap<String, String> details() {
        return headers().get(source::details);
    }

    @Override
    public List<Path> files() {
        return headers().get(source::files);
    }

    @Override
    public List<Problem> warnings() {
        return headers().get(source::warnings);
    }

    @Override
    public void checkUnchanged() throws IOException {
        adapter.call("checking for changes of " + reference.describe())
                .getPassing(
                        () -> {
                            source.checkUnchanged();
                            return reference;
                        });
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            adapter.call("closing " + reference.describe())
                    .getPassing(
                            () -> {
                                source.close();
                                return reference;
                            });
        }
    }

    private PluginCall headers() {
        return adapter.call(() -> "reading the headers of " + reference.describe());
    }
}
