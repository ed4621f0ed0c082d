package io.terge.hf.directory;

import io.terge.files.ClosedTogether;
import io.terge.model.ModelReference;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.ModelSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An open file of weights, in whatever format.
 *
 * @param path where it is
 * @param source its weights
 */
record Shard(Path path, ModelSource source) {

    /** Opens all files, or none. */
    static List<Shard> open(List<Path> paths, AdapterContext context) throws IOException {
        List<Shard> shards = new ArrayList<>();
        try {
            for (Path path : paths) {
                shards.add(new Shard(path, context.open(ModelReference.at(path))));
            }
            return List.copyOf(shards);
        } catch (IOException | RuntimeException | Error failure) {
            closeAfter(failure, shards);
            throw failure;
        }
    }

    /** Closes every file, whatever happens to the others. */
    static void close(List<Shard> shards) throws IOException {
        ClosedTogether.close(sources(shards));
    }

    /** Closes every file because of a failure, which is told of any other. */
    static void closeAfter(Throwable failure, List<Shard> shards) {
        ClosedTogether.closeAfter(failure, sources(shards));
    }

    private static List<ModelSource> sources(List<Shard> shards) {
        return shards.stream().map(Shard::source).toList();
    }
}
