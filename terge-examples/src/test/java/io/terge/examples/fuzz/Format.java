package io.terge.examples.fuzz;

import java.util.List;

/**
 * A format to fuzz.
 *
 * @param name its name in messages
 * @param seeds the models that are changed
 * @param opener opens them
 */
record Format(String name, List<SeedModel> seeds, Opener opener) {

    @Override
    public String toString() {
        return name;
    }
}
