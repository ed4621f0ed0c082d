package io.terge.engine.model;

import io.terge.engine.plugin.Plugin;
import io.terge.engine.plugin.Registries;
import io.terge.error.ErrorCode;
import io.terge.error.Problem;
import io.terge.error.TergeException;
import io.terge.model.ModelReference;
import io.terge.spi.ModelAdapter;
import io.terge.spi.ModelBlueprint;
import io.terge.spi.ModelSink;

import jakarta.inject.Inject;

import java.util.List;
import java.util.stream.Collectors;

/** Finds the adapter that writes to a target, and starts a model with it. */
public final class TargetOpener {

    private final Registries plugins;

    @Inject
    TargetOpener(Registries plugins) {
        this.plugins = plugins;
    }

    /**
     * Returns the name of the adapter that would write to a target, after it has checked that it
     * can.
     *
     * @throws TergeException if no adapter would, or the target must not be written
     */
    public String check(ModelReference target, boolean overwrite) {
        Plugin<ModelAdapter> adapter = creating(target);
        return AdapterCall.writing(
                adapter,
                "checking the output " + target.describe(),
                "output " + target.describe(),
                () -> {
                    adapter.instance().checkTarget(target, overwrite);
                    return adapter.name();
                });
    }

    /**
     * Starts a model at a target.
     *
     * @param name the name of the adapter that {@link #check} chose
     * @throws TergeException if it must not or cannot be written
     */
    public OpenTarget create(ModelReference target, String name, ModelBlueprint blueprint) {
        Plugin<ModelAdapter> adapter =
                plugins.adapters().require(name, ErrorCode.OUTPUT_NOT_SUPPORTED);
        ModelSink sink =
                AdapterCall.writing(
                        adapter,
                        "starting the output " + target.describe(),
                        "output " + target.describe(),
                        () -> adapter.instance().create(target, blueprint));
        return new OpenTarget(target, adapter, sink);
    }

    private Plugin<ModelAdapter> creating(ModelReference target) {
        List<Plugin<ModelAdapter>> candidates =
                plugins.adapters()
                        .saying(
                                "looking at " + target.describe(),
                                adapter -> adapter.creates(target));
        return switch (candidates.size()) {
            case 0 ->
                    throw unsupported(
                            "No adapter writes to " + target.describe(),
                            plugins.adapters().available());
            case 1 -> candidates.getFirst();
            default ->
                    throw unsupported(
                            "More than one adapter writes to " + target.describe(),
                            candidates.stream()
                                    .map(Plugin::toString)
                                    .collect(Collectors.joining(", ")));
        };
    }

    private static TergeException unsupported(String message, String adapters) {
        return new TergeException(
                Problem.of(ErrorCode.OUTPUT_NOT_SUPPORTED, message).note("adapters: " + adapters));
    }
}
