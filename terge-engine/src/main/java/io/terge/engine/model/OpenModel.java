package io.terge.engine.model;

import static java.util.Objects.requireNonNull;

import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.PluginCall;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.Companion;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;
import io.terge.spi.format.Vocabulary;
import io.terge.tensor.Footprint;
import io.terge.tensor.ParameterSpec;
import io.terge.tensor.Tensor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
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
        PluginCall reading = call("reading the headers of " + reference.describe());
        ModelHeaders headers =
                reading.get(
                        () -> {
                            List<ParameterSpec> parameters = source.parameters();
                            return new ModelHeaders(
                                    source.resolved().orElse(reference),
                                    adapter.name(),
                                    parameters,
                                    footprints(parameters),
                                    sorted(source.ties()),
                                    sorted(source.aliases()),
                                    source.groups(),
                                    sorted(source.metadata()),
                                    ordered(source.details()),
                                    ordered(source.traits()),
                                    vocabulary(),
                                    companions(),
                                    source.files(),
                                    source.warnings());
                        });
        new HeaderCheck(headers, reading).run();
        return headers;
    }

    /** A view of one parameter, valid until this model is closed. */
    public Tensor tensor(String name) {
        return call(() -> "finding '" + name + "' in " + reference.describe())
                .get(() -> source.tensor(name));
    }

    /** A call of the adapter's code: what it throws names the adapter. */
    public PluginCall call(String doing) {
        return adapter.call(doing);
    }

    /** As {@link #call(String)}, with a text that is made where the call fails. */
    public PluginCall call(Supplier<String> doing) {
        return adapter.call(doing);
    }

    /** The exception for an adapter that breaks its contract. */
    public TergeException broken(String how) {
        return PluginCall.broken(adapter, how, "report this to the plugin's author");
    }

    /** Checks that it is as it was when it was opened; see {@link ModelSource#checkUnchanged}. */
    public void checkUnchanged() {
        call("checking for changes of " + reference.describe())
                .runReading("model " + reference.describe(), source::checkUnchanged);
    }

    @Override
    public void close() {
        call("closing " + reference.describe())
                .runReading("model " + reference.describe(), source::close);
    }

    private Map<String, Footprint> footprints(List<ParameterSpec> parameters) {
        Map<String, Footprint> footprints = new LinkedHashMap<>();
        for (ParameterSpec spec : parameters) {
            Footprint footprint =
                    call(() -> "computing the footprint of '" + spec.name() + "'")
                            .get(() -> source.footprint(spec));
            if (!footprint.equals(Footprint.stored(spec))) {
                footprints.put(spec.name(), footprint);
            }
        }
        return footprints;
    }

    private Optional<Vocabulary> vocabulary() {
        return source.vocabulary().map(found -> OpenVocabulary.of(found, adapter, reference));
    }

    private List<Companion> companions() {
        return source.companions().stream()
                .<Companion>map(file -> OpenCompanion.of(file, adapter, reference))
                .toList();
    }

    private static SequencedMap<String, String> ordered(SequencedMap<String, String> texts) {
        SequencedMap<String, String> ordered = new LinkedHashMap<>();
        texts.forEach((name, text) -> ordered.put(requireNonNull(name), requireNonNull(text)));
        return ordered;
    }

    private static SortedMap<String, String> sorted(Map<String, String> texts) {
        return new TreeMap<>(Map.copyOf(texts)); // Which finds nulls, too.
    }
}
