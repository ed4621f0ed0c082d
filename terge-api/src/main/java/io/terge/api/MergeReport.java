package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.error.Problem;
import io.terge.model.ModelReference;

import java.time.Duration;
import java.util.List;

/**
 * What a merge did.
 *
 * @param output where the merged model is
 * @param lineage how every merged parameter came about
 * @param copied how many parameters are not merged: copied, or tied to another
 * @param bytesRead bytes of weights that were read
 * @param bytesWritten bytes of weights that were written
 * @param elapsed how long it took
 * @param warnings what the caller should know
 * @since 0.1
 */
public record MergeReport(
        ModelReference output,
        Lineage lineage,
        int copied,
        long bytesRead,
        long bytesWritten,
        Duration elapsed,
        List<Problem> warnings) {

    public MergeReport {
        requireNonNull(output, "output");
        requireNonNull(lineage, "lineage");
        requireNonNull(elapsed, "elapsed");
        warnings = List.copyOf(warnings);
    }

    /** How many parameters are merged. */
    public int merged() {
        return lineage.parameters().size();
    }
}
