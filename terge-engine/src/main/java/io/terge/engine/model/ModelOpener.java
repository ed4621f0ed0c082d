package io.terge.engine.model;

import io.terge.api.MergeListener;
import io.terge.engine.plugin.Plugin;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelAdapter;
import io.terge.spi.format.ModelSource;

import jakarta.inject.Inject;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens models, each with the adapter that is named or claims it. */
public final class ModelOpener {

    private final AdapterChooser adapters;
    private final Supplier<SharedValues> shared;

    @Inject
    ModelOpener(AdapterChooser adapters) {
        this(adapters, SharedValues::new);
    }

    private ModelOpener(AdapterChooser adapters, Supplier<SharedValues> shared) {
        this.adapters = adapters;
        this.shared = shared;
    }

    /** Returns an opener of several models, which share what they read; for one thread. */
    public ModelOpener ofSeveral() {
        SharedValues common = new SharedValues();
        return new ModelOpener(adapters, () -> common);
    }

    /**
     * Returns settings for all models that are opened.
     *
     * @throws TergeException with code {@code UNKNOWN_SETTING} if no adapter has one of them
     */
    public RequestSettings settings(Map<String, String> byName) {
        return adapters.settings(byName);
    }

    /** Reads a model's headers as the other method does, and keeps it open for nobody. */
    public ModelHeaders headers(
            ModelReference reference,
            Optional<String> adapter,
            RequestSettings settings,
            MergeListener listener) {
        return headers(reference, adapter, settings, listener, HeldModels.none());
    }

    /**
     * Reads a model's headers.
     *
     * @param adapter the name of the adapter to open it with; empty for the one that claims it
     * @param settings the settings for all models
     * @param listener told where opening takes long, on this thread
     * @param held may keep the model open
     * @throws TergeException if no adapter claims the model, or it is malformed or cannot be read
     */
    public ModelHeaders headers(
            ModelReference reference,
            Optional<String> adapter,
            RequestSettings settings,
            MergeListener listener,
            HeldModels held) {
        Plugin<ModelAdapter> chosen =
                adapter.map(adapters::named).orElseGet(() -> adapters.toOpen(reference));
        return held.headers(opening(settings, listener).open(reference, chosen));
    }

    /**
     * Returns a source that is open already as a model.
     *
     * @param adapter the name of the adapter that its failures name
     */
    public OpenModel opened(ModelReference reference, String adapter, ModelSource source) {
        return new OpenModel(reference, adapters.named(adapter), source);
    }

    /**
     * Opens a model.
     *
     * @param adapter the name of the adapter to open it with
     * @param settings the settings for all models
     * @param listener told where opening takes long, on this thread
     * @throws TergeException if it is malformed or cannot be read
     */
    public OpenModel open(
            ModelReference reference,
            String adapter,
            RequestSettings settings,
            MergeListener listener) {
        return opening(settings, listener).open(reference, adapters.named(adapter));
    }

    private Opening opening(RequestSettings settings, MergeListener listener) {
        return new Opening(adapters, settings, listener, shared.get());
    }
}
