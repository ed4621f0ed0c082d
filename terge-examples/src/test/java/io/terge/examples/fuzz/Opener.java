package io.terge.examples.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** Does with a mutant what users do with a model. */
@FunctionalInterface
interface Opener {

    /**
     * Opens a mutant.
     *
     * @param folder the folder of the mutant's files
     * @param location what to open
     * @param random decides what is done with it
     * @throws io.terge.error.TergeException if it is rejected
     * @throws IOException if it cannot be read
     */
    void open(Path folder, String location, RandomGenerator random) throws IOException;
}
