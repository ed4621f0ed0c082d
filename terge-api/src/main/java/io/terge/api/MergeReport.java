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
 * @param lineage how each merged parameter was computed
 * @param copied the number of parameters that were not merged: copied, or tied to another
 * @param bytesRead the number of bytes of weights in the plan to read, over all passes
 * @param bytesWritten the number of bytes of weights that were written
 * @param elapsed the duration of the merge, without planning
 * @param replaced what became of the model that was at the output before: what has been replaced,
 *     removed and kept, a line for each; empty if there was none
 * @param warnings the warnings of the plan
 * @since 0.1
 */
public record MergeReport(
        ModelReference output,
        Lineage lineage,
        int copied,
        long bytesRead,
        long bytesWritten,
        Duration elapsed,
        List<String> replaced,
        List<Problem> warnings) {

    public MergeReport {
        requireNonNull(output, "output");
        requireNonNull(lineage, "lineage");
        requireNonNull(elapsed, "elapsed");
        replaced = List.copyOf(replaced);
        warnings = List.copyOf(warnings);
    }

    /** The number of parameters that were merged. */
    public int merged() {
        return lineage.parameters().size();
    }
}
