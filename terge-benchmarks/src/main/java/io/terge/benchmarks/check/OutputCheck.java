package io.terge.benchmarks.check;

import java.io.IOException;
import java.nio.file.Path;

/** Whether a run made what it was to make. */
public interface OutputCheck {

    /**
     * Checks an output.
     *
     * @throws WrongOutputException if it is not right
     */
    void check(Path output) throws IOException;

    /** Both this and another check. */
    default OutputCheck and(OutputCheck other) {
        return output -> {
            check(output);
            other.check(output);
        };
    }
}
