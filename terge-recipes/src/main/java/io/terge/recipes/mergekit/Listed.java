package io.terge.recipes.mergekit;

import java.util.List;

/**
 * What a recipe merges.
 *
 * @param parts the slices, or all models as one; empty if they cannot be read
 * @param module the parameters of the module
 */
record Listed(List<Part> parts, Level module) {

    Listed {
        parts = List.copyOf(parts);
    }

    static Listed nothing() {
        return new Listed(List.of(), Level.empty());
    }
}
