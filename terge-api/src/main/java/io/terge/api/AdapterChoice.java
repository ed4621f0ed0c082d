package io.terge.api;

import static java.util.Objects.requireNonNull;

/**
 * The adapter that opens a model, regardless of what other adapters claim. In a list of choices the
 * first that matches a model wins.
 *
 * @param models which models
 * @param adapter the adapter's name
 * @since 0.1
 */
public record AdapterChoice(ModelScope models, String adapter) {

    public AdapterChoice {
        requireNonNull(models, "models");
        requireNonNull(adapter, "adapter");
    }
}
