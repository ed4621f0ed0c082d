package io.terge.engine.model;

import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.Registries;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.ModelAdapter;
import io.terge.spi.ModelSource;

import jakarta.inject.Inject;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the adapter whose a model is, and opens the model with it. */
public final class ModelOpener {

    private final Registries plugins;

    @Inject
    ModelOpener(Registries plugins) {
        this.plugins = plugins;
    }

    /**
     * Reads a model's headers.
     *
     * @throws TergeException if no adapter knows the model, or it is malformed or cannot be read
     */
    public ModelHeaders headers(ModelReference reference) {
        try (OpenModel model = open(reference, recognizing(reference))) {
            return model.headers();
        }
    }

    /**
     * Opens a model with the adapter of the given name.
     *
     * @throws TergeException if it is malformed or cannot be read
     */
    public OpenModel open(ModelReference reference, String adapter) {
        return open(reference, plugins.adapters().require(adapter, ErrorCode.MODEL_NOT_RECOGNIZED));
    }

    private OpenModel open(ModelReference reference, Plugin<ModelAdapter> adapter) {
        ModelSource source =
                AdapterCall.reading(
                        adapter,
                        "opening " + reference.describe(),
                        "model " + reference.describe(),
                        () -> adapter.instance().open(reference));
        return new OpenModel(reference, adapter, source);
    }

    private Plugin<ModelAdapter> recognizing(ModelReference reference) {
        List<Plugin<ModelAdapter>> candidates =
                plugins.adapters()
                        .saying(
                                "looking at " + reference.describe(),
                                adapter -> adapter.recognizes(reference));
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        if (!candidates.isEmpty()) {
            throw new TergeException(ambiguous(reference, candidates));
        }
        boolean absent = reference.path().filter(path -> Files.notExists(path)).isPresent();
        throw new TergeException(absent ? notFound(reference) : notRecognized(reference));
    }

    private static Problem notFound(ModelReference reference) {
        return Problem.of(ErrorCode.MODEL_NOT_FOUND, "There is no model at " + reference.describe())
                .fix("check the path");
    }

    private Problem notRecognized(ModelReference reference) {
        return Problem.of(
                        ErrorCode.MODEL_NOT_RECOGNIZED,
                        "No adapter recognises " + reference.describe())
                .note("adapters: " + plugins.adapters().available());
    }

    private static Problem ambiguous(
            ModelReference reference, List<Plugin<ModelAdapter>> candidates) {
        String names = candidates.stream().map(Plugin::toString).collect(Collectors.joining(", "));
        return Problem.of(
                        ErrorCode.MODEL_NOT_RECOGNIZED,
                        "Several adapters recognise " + reference.describe())
                .note("they are: " + names)
                .fix("remove all but one of them");
    }
}
