package io.terge.benchmarks.run;

import io.terge.api.Merger;
import io.terge.engine.Terge;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A merge in this process, through the library's front door.
 *
 * @param recipe what is merged
 * @param merger who merges
 */
public record LibraryMerge(Recipe recipe, Merger merger) implements Task {

    /** A merge on so many threads. */
    public static LibraryMerge of(Recipe recipe, int threads) {
        return new LibraryMerge(recipe, Terge.builder().threads(threads).vectorCodeFrom(0).build());
    }

    @Override
    public Measurement run(Path output) throws IOException {
        return Measurement.here(() -> merger.merge(recipe.request(output)));
    }
}
