package io.terge.benchmarks.report;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.List;

/**
 * All that a run of {@code MergeThroughput} has measured.
 *
 * @param machine where and when
 * @param rounds how often
 * @param cold whether the inputs were read from the disk
 * @param merges what was measured of each type of weights
 */
public record ThroughputResults(
        Machine machine, int rounds, boolean cold, List<ThroughputReport> merges) {

    /** Reads results that were written by {@link JsonFile#write}. */
    public static ThroughputResults read(Path file) {
        return JsonMapper.builder().build().readValue(file, ThroughputResults.class);
    }
}
