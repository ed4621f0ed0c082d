package io.terge.hf.directory;

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
record Shard(Path path, ModelSource source) implements AutoCloseable {

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
        List<IOException> failures = new ArrayList<>();
        for (Shard shard : shards) {
            try {
                shard.close();
            } catch (IOException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            IOException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    /** Closes every file because of a failure, which is told of any other. */
    static void closeAfter(Throwable failure, List<Shard> shards) {
        try {
            close(shards);
        } catch (IOException another) {
            failure.addSuppressed(another);
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
