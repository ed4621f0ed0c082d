package io.terge.api;

import static java.util.Objects.requireNonNull;

import io.terge.error.Problem;
import io.terge.model.ModelReference;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a merge did.
 *
 * @param output where the merged model is
 * @param lineage how each merged parameter was computed
 * @param copied the number of parameters that were copied
 * @param tied the number of parameters that are another one under a second name
 * @param bytesRead the number of bytes of weights that were read, over all passes
 * @param bytesWritten the number of bytes of weights that were written
 * @param elapsed the duration of the merge, without planning
 * @param peakMemory the peak of the resident memory of this process since its start, in bytes,
 *     including everything else that it did; empty on systems other than Linux
 * @param omissions the parameters that were not merged, or not from all models, by cause
 * @param replaced what became of the model that was at the output before: what has been replaced,
 *     removed and kept, a line for each; empty if there was none
 * @param warnings the warnings of the plan, and those about values that are NaN or infinite
 * @param nonFinite the parameters with NaN or infinite elements, in the order of the output
 * @since 0.1
 */
public record MergeReport(
        ModelReference output,
        Lineage lineage,
        int copied,
        int tied,
        long bytesRead,
        long bytesWritten,
        Duration elapsed,
        OptionalLong peakMemory,
        List<Omission> omissions,
        List<String> replaced,
        List<Problem> warnings,
        List<NonFiniteValues> nonFinite) {

    private static final double NANOS_IN_SECOND = 1e9;

    public MergeReport {
        requireNonNull(output, "output");
        requireNonNull(lineage, "lineage");
        requireNonNull(elapsed, "elapsed");
        requireNonNull(peakMemory, "peakMemory");
        omissions = List.copyOf(omissions);
        replaced = List.copyOf(replaced);
        warnings = List.copyOf(warnings);
        nonFinite = List.copyOf(nonFinite);
    }

    /** The number of parameters that were merged. */
    public int merged() {
        return lineage.parameters().size();
    }

    /** The number of bytes of weights read and written per second. */
    public long bytesPerSecond() {
        double seconds = Math.max(1, elapsed.toNanos()) / NANOS_IN_SECOND;
        return Math.round((bytesRead + bytesWritten) / seconds);
    }
}
