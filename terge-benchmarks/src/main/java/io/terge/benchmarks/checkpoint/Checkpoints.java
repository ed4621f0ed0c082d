package io.terge.benchmarks.checkpoint;

import io.terge.benchmarks.files.Folders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        Files.createDirectories(place());
        List<Path> models = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path model = place().resolve(PREFIX + i);
            if (!Files.exists(model)) {
                make(model, i + 1);
            }
            models.add(model);
        }
        return models;
    }

    /** Whether a model is there already. */
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
