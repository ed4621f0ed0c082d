package io.terge.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;

/** Something that makes a model of models. */
public interface Task {

    /**
     * Does it, and measures.
     *
     * @param output the directory to make
     */
    Measurement run(Path output) throws IOException;
}
