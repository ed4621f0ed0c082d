package io.terge.hf.directory;

import io.terge.error.Problem;
import io.terge.error.TergeCode;
import io.terge.error.TergeException;
import io.terge.files.Companions;
import io.terge.files.Directory;
import io.terge.files.Quoted;
import io.terge.files.staging.InterruptedReplacement;
import io.terge.hf.config.ModelConfig;
import io.terge.spi.format.AdapterContext;
import io.terge.spi.format.ModelSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A directory with weights and the files that belong to them.
 *
 * @param path where it is
 */
record ModelDirectory(Path path) {

    /** Whether there is something that a model directory has and others do not. */
    boolean looksLikeOne() {
        try {
            return hasWeights() || has(WeightNames.CONFIG);
        } catch (IOException unknown) {
            return false; // Who opens it is told.
        }
    }

    /** Whether there are weights of a kind that {@link #open} reads. */
    boolean hasWeights() throws IOException {
        return !weightFiles().isEmpty();
    }

    /** Whether there are weights in safetensors, which are then the ones that are read. */
    boolean hasSafetensors() throws IOException {
        return weightFiles().stream().anyMatch(WeightNames::areOfSafetensors);
    }

    /** Opens the weights: one file, else shards. */
    ModelSource open(AdapterContext context) throws IOException {
        InterruptedReplacement.repair(path);
        if (!Files.isDirectory(path)) {
            throw new TergeException(
                    Problem.of(TergeCode.MODEL_NOT_FOUND, Quoted.of(path) + " does not exist")
                            .fix("check the path"));
        }
        List<String> files = weightFiles();
        if (files.isEmpty()) {
            throw new TergeException(new NoWeights(path).problem());
        }
        Path read = path.resolve(files.getFirst());
        if (!WeightNames.isIndex(files.getFirst())) {
            return open(files, List.of(read), context, shards -> Held.byName(shards.getFirst()));
        }
        ShardCheck check = new ShardCheck(ShardIndex.read(read));
        check.present();
        return open(files, check.index().files(), context, check::agree);
    }

    private ModelSource open(
            List<String> files,
            List<Path> weights,
            AdapterContext context,
            Function<List<Shard>, Map<String, Held>> holders)
            throws IOException {
        Companions companions = companions(weights);
        ModelConfig config = ModelConfig.read(path);
        List<Shard> shards = Shard.open(weights, context);
        try {
            WeightChoice choice = new WeightChoice(path, files);
            return new DirectorySource(shards, holders.apply(shards), companions, choice, config);
        } catch (RuntimeException | Error failure) {
            Shard.closeAfter(failure, shards);
            throw failure;
        }
    }

    /**
     * The other files, without all weights of the model and their indexes: whichever of them was
     * read, the others would contradict the merged ones.
     */
    private Companions companions(List<Path> weights) throws IOException {
        return Companions.in(
                path, file -> WeightNames.belong(file.name()) || weights.contains(file.file()));
    }

    /** The files with weights of a kind that is read, the one to read first. */
    List<String> weightFiles() throws IOException {
        List<String> files = new ArrayList<>();
        for (String name : WeightNames.READ) {
            if (has(name)) {
                files.add(name);
            }
        }
        return files;
    }

    private boolean has(String name) throws IOException {
        // A link to nothing counts: opening it says what is wrong.
        return new Directory(path).has(name);
    }
}
