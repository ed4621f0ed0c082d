package io.terge.engine.model;

import io.terge.engine.plugin.Plugin;
import io.terge.model.ModelReference;
import io.terge.spi.format.ModelAdapter;

import java.util.List;
import java.util.Optional;

/**
 * The settings of one adapter for one model.
 *
 * @param known the settings that the adapter has
 * @param reference the model, whose own settings come first
 * @param request the settings for all models
 */
record AdapterSettings(List<String> known, ModelReference reference, RequestSettings request) {

    /**
     * Checks and returns them.
     *
     * @throws io.terge.error.TergeException with code {@code UNKNOWN_SETTING} if the model has one
     *     that the adapter does not have
     */
    static AdapterSettings of(
            ModelReference reference, Plugin<ModelAdapter> adapter, RequestSettings request) {
        List<String> known = KnownSettings.of(adapter);
        KnownSettings.check("model " + reference.describe(), reference, adapter, known);
        return new AdapterSettings(known, reference, request);
    }

    Optional<String> find(String name) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException(
                    "The adapter asks for the setting '%s', which settings() does not name"
                            .formatted(name));
        }
        return Optional.ofNullable(reference.settings().get(name))
                .or(() -> Optional.ofNullable(request.byName().get(name)));
    }
}
