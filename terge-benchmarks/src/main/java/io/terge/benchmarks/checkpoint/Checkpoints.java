package io.terge.benchmarks.checkpoint;

import io.terge.benchmarks.files.Folders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Synthetic models in a folder, which stay there for the next time.
 *
 * @param folder where they are; made if it is missing
 * @param shape the shape of all of them
 * @param type the type of their weights
 */
public record Checkpoints(Path folder, LlamaShape shape, WeightType type) {

    private static final long SHARD_SIZE = 1_000_000_000;
    private static final String PREFIX = "model-";

    /** Returns so many models, each with weights of its own; makes those that are missing. */
    public List<Path> models(int count) throws IOException {
        List<Path> models =
                IntStream.range(0, count).mapToObj(i -> place().resolve(PREFIX + i)).toList();
        long missing = models.stream().filter(Files::notExists).count();
        Folders.requireSpace(place(), missing * bytesPerModel());
        for (int i = 0; i < count; i++) {
            if (Files.notExists(models.get(i))) {
                make(models.get(i), i + 1);
            }
        }
        return models;
    }

    /** Whether a model exists. */
    public boolean isThere() {
        return Files.exists(place().resolve(PREFIX + 0));
    }

    /** Deletes all models of this shape and type. */
    public void delete() throws IOException {
        Folders.delete(place());
    }

    /** The bytes of one model's weights. */
    public long bytesPerModel() {
        return shape.parameterCount() * type.size();
    }

    private void make(Path model, long seed) throws IOException {
        Path unfinished = place().resolve("unfinished");
        Folders.delete(unfinished);
        new CheckpointWriter(shape, type, SHARD_SIZE).write(unfinished, seed);
        Files.move(unfinished, model);
    }

    private Path place() {
        String type = this.type.name().toLowerCase(Locale.ROOT);
        return folder.resolve("llama-%d-%s".formatted(shape.parameterCount(), type));
    }
}
