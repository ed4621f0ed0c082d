package io.terge.benchmarks.run;

import io.terge.api.MergeRejectedException;
import io.terge.api.Merger;
import io.terge.engine.Terge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

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

    /** Whether the engine accepts a recipe; if not, why is told. */
    public static boolean isPossible(Recipe recipe, Path folder, Consumer<String> news) {
        try {
            of(recipe, 1).merger().plan(recipe.request(folder.resolve("planned")));
            return true;
        } catch (MergeRejectedException rejected) {
            news.accept("left out: " + rejected.getMessage());
            return false;
        }
    }

    @Override
    public Measurement run(Path output) throws IOException {
        return Measurement.here(() -> merger.merge(recipe.request(output)));
    }
}
