package io.terge.recipes.mergekit;

import io.terge.recipes.yaml.Place;

import java.util.Optional;

/**
 * A model that is merged.
 *
 * @param number its place in the list, from 0
 * @param model the model
 * @param layers which of its layers; empty for all
 * @param level its own parameters
 * @param place where it is listed
 */
record Source(int number, Reference model, Optional<Layers> layers, Level level, Place place) {

    /**
     * A range of layers.
     *
     * @param first the first, from 0
     * @param end the one after the last
     */
    record Layers(int first, int end) {

        int count() {
            return end - first;
        }
    }
}
